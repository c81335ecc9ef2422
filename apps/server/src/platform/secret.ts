import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/** A key for one use, derived from the installation's one secret (HKDF, RFC 5869). */
export const deriveKey = (secret: string, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'deskhand', use, 32))

/** The password of a database role. */
export const rolePassword = (secret: string, role: string): string =>
  deriveKey(secret, `role:${role}`).toString('base64url')

/** A secret for a person or a token: 256 bits, fit for a URL. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is stored of a secret; the purpose is part of it, so that one kind never serves as another. */
export const hashSecret = (purpose: string, secret: string): Buffer =>
  createHash('sha256').update(`${purpose}\0${secret}`).digest()

/** Encrypts for our own database (AES-256-GCM): nonce, tag, text. */
export function seal(key: Buffer, text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Opens what `seal` made; throws when it was made with another key or changed. */
export function unseal(key: Buffer, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
}
