import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { clock } from './clock/clock.ts'
import type { Tx } from './db/transaction.ts'
import type { RecordEvent } from './log/record.ts'
import { deriveKey, seal, unseal } from './secret.ts'

/** A public key by which a company's signatures are checked. */
export type PublicKey = { id: string; publicKey: string; createdAt: Date; retiredAt: Date | null }
export type Signed = { keyId: string; publicKey: string; signature: Buffer }

/** Without a recorder nobody is told: the demo world begins with a key. */
type Inside = { tx: Tx; record: RecordEvent | null }
type Kept = { id: string; publicKey: string; sealed: Buffer }

const sealingKey = (secret: string, companyId: string) => deriveKey(secret, `signing:${companyId}`)

/** What a key is called: SHA-256 of it (DER), so that nobody can pass another one off as it. */
export const fingerprintOf = (publicKey: string): string =>
  createHash('sha256')
    .update(createPublicKey(publicKey).export({ type: 'spki', format: 'der' }))
    .digest('hex')

/**
 * Makes the company of this transaction a new key to sign with; the one before it signs no more, and checks on. Records
 * `signing_key.created`.
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
  record?.('signing_key.created', { type: 'signing_key', id: companyId, ref: id.slice(0, 16) }, { keyId: id })
  return { id, publicKey: pair.publicKey, createdAt, retiredAt: null }
}

/** The company's key, where it has one that this installation can open: after a change of its secret it cannot. */
async function currentKey(tx: Tx, secret: string): Promise<(Kept & { privateKey: string }) | null> {
  const companyId = tx.whose.companyId ?? ''
  const [kept] = await tx.query<Kept>(
    `select id, public_key as "publicKey", sealed from app.signing_keys where company_id = $1 and retired_at is null`,
    [companyId],
  )
  if (!kept) return null
  try {
    return { ...kept, privateKey: unseal(sealingKey(secret, companyId), kept.sealed) }
  } catch {
    return null
  }
}

/** Makes the company of this transaction a key, where it has none to sign with. A schedule does, so that reads need not. */
export async function ensureSigningKey(inside: Inside, secret: string): Promise<void> {
  await inside.tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `signing ${inside.tx.whose.companyId}`,
  ])
  if (!(await currentKey(inside.tx, secret))) await newSigningKey(inside, secret)
}

/**
 * Signs a text as the company of this transaction: Ed25519 of its UTF-8 bytes. `textOf` is given the name of the key, so
 * that what is signed can say by which it was. Null where the company has no key yet; a schedule makes one.
 */
export async function signAsCompany(
  tx: Tx,
  secret: string,
  textOf: (keyId: string) => string,
): Promise<(Signed & { text: string }) | null> {
  const key = await currentKey(tx, secret)
  if (!key) return null
  const text = textOf(key.id)
  const signature = sign(null, Buffer.from(text, 'utf8'), createPrivateKey(key.privateKey))
  return { keyId: key.id, publicKey: key.publicKey, signature, text }
}

// The fixed ASN.1 head of an Ed25519 private key (RFC 8410); the 32 bytes of the seed follow it.
const head = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * Keeps the key with which reports of stock-takes were signed before there was one way of signing (decision 103) among
 * those of the company, as one that signs no more. It comes from the secret of the installation. Answers its public half.
 */
export async function keepFirstKey(tx: Tx, secret: string): Promise<string> {
  const companyId = tx.whose.companyId ?? ''
  const key = createPrivateKey({
    key: Buffer.concat([head, deriveKey(secret, `company-signature/${companyId}`)]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString()
  const privateKey = key.export({ format: 'pem', type: 'pkcs8' }).toString()
  await tx.run(
    `insert into app.signing_keys (company_id, id, public_key, sealed, created_at, retired_at)
     select company_id, $2, $3, $4, created_at, $5 from app.companies where company_id = $1
     on conflict (company_id, id) do nothing`,
    [
      companyId,
      fingerprintOf(publicKey),
      publicKey,
      seal(sealingKey(secret, companyId), privateKey),
      clock.now(),
    ],
  )
  return publicKey
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
