import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { clock } from './clock/clock.ts'
import type { Tx } from './db/transaction.ts'
import type { RecordEvent } from './log/record.ts'
import { deriveKey, seal, unseal } from './secret.ts'

/** A public key by which a company's signatures are checked. */
export type PublicKey = { id: string; publicKey: string; createdAt: Date; retiredAt: Date | null }
export type Signed = { keyId: string; publicKey: string; signature: Buffer }

type Inside = { tx: Tx; record: RecordEvent }
type Kept = { id: string; publicKey: string; sealed: Buffer }

const sealingKey = (secret: string, companyId: string) => deriveKey(secret, `signing:${companyId}`)

/** What a key is called: SHA-256 of it (DER), so that nobody can pass another one off as it. */
export const fingerprintOf = (publicKey: string): string =>
  createHash('sha256')
    .update(createPublicKey(publicKey).export({ type: 'spki', format: 'der' }))
    .digest('hex')

/**
 * Makes the company of this transaction a new key to sign with; the one before it signs no more, and checks on. Records
 * `signing_key.created`, so the caller's route must be one that writes.
 */
export async function newSigningKey({ tx, record }: Inside, secret: string): Promise<PublicKey> {
  const companyId = tx.whose.companyId ?? ''
  const pair = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const id = fingerprintOf(pair.publicKey)
  const createdAt = clock.now()
  await tx.run('update app.signing_keys set retired_at = $2 where company_id = $1 and retired_at is null', [
    companyId,
    createdAt,
  ])
  await tx.run(
    'insert into app.signing_keys (company_id, id, public_key, sealed, created_at) values ($1, $2, $3, $4, $5)',
    [companyId, id, pair.publicKey, seal(sealingKey(secret, companyId), pair.privateKey), createdAt],
  )
  record('signing_key.created', { type: 'signing_key', id: companyId, ref: id.slice(0, 16) }, { keyId: id })
  return { id, publicKey: pair.publicKey, createdAt, retiredAt: null }
}

/**
 * Signs a text as the company of this transaction: Ed25519 of its UTF-8 bytes. `keyOf` of the text is asked for the name
 * of the key, so that what is signed can say by which it was. The first signature of a company makes its key; so does
 * one after the secret of the installation was changed, because the old key cannot be opened any more.
 */
export async function signAsCompany(
  inside: Inside,
  secret: string,
  textOf: (keyId: string) => string,
): Promise<Signed & { text: string }> {
  const companyId = inside.tx.whose.companyId ?? ''
  const current = async () => {
    // Two who sign first, at once, come one after the other.
    await inside.tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`signing ${companyId}`])
    const [kept] = await inside.tx.query<Kept>(
      `select id, public_key as "publicKey", sealed from app.signing_keys
       where company_id = $1 and retired_at is null`,
      [companyId],
    )
    return kept
  }
  const opened = (kept: Kept): string | null => {
    try {
      return unseal(sealingKey(secret, companyId), kept.sealed)
    } catch {
      return null
    }
  }
  let kept = await current()
  let privateKey = kept ? opened(kept) : null
  if (!privateKey) {
    await newSigningKey(inside, secret)
    kept = await current()
    privateKey = kept ? opened(kept) : null
  }
  if (!kept || !privateKey) throw new Error('A key was made and cannot be opened.')
  const text = textOf(kept.id)
  const signature = sign(null, Buffer.from(text, 'utf8'), createPrivateKey(privateKey))
  return { keyId: kept.id, publicKey: kept.publicKey, signature, text }
}

/** Whether this key signed this text. */
export const isSignedBy = (publicKey: string, text: Buffer, signature: Buffer): boolean =>
  verify(null, text, createPublicKey(publicKey), signature)

/** Every key with which the company of this transaction signs or signed, the newest first. */
export const publicKeys = (tx: Tx): Promise<PublicKey[]> =>
  tx.query<PublicKey>(
    `select id, public_key as "publicKey", created_at as "createdAt", retired_at as "retiredAt"
     from app.signing_keys where company_id = $1 order by created_at desc, id`,
    [tx.whose.companyId],
  )
