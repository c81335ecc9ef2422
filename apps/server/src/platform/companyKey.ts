import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { deriveKey } from './secret.ts'

// The fixed ASN.1 head of an Ed25519 private key (RFC 8410); the 32 bytes of the seed follow it.
const head = Buffer.from('302e020100300506032b657004220420', 'hex')

const keyOf = (secret: string, companyId: string): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([head, deriveKey(secret, `company-signature/${companyId}`)]),
    format: 'der',
    type: 'pkcs8',
  })

export type CompanyKey = { publicKey: string; fingerprint: string; sign: (text: string) => Buffer }

/**
 * The key with which a company signs what it gives out (Ed25519, decisions 11 and 97). The public half goes along with
 * what is signed; its fingerprint is the SHA-256 of it as DER, in hexadecimal.
 */
export function companyKey(secret: string, companyId: string): CompanyKey {
  const key = keyOf(secret, companyId)
  const half = createPublicKey(key)
  const der = half.export({ format: 'der', type: 'spki' })
  return {
    publicKey: half.export({ format: 'pem', type: 'spki' }).toString(),
    fingerprint: createHash('sha256').update(der).digest('hex'),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key),
  }
}
