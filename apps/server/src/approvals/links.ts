import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import { deriveKey, hashSecret } from '../platform/secret.ts'

/** How long a mail link works. */
const days = 14

const sign = (secret: string, body: Buffer): Buffer =>
  createHmac('sha256', deriveKey(secret, 'approval-link')).update(body).digest().subarray(0, 16)

/**
 * A token that names its company, 256 bits of chance, and our signature of both: what we did not make never
 * reaches the database.
 */
function newToken(secret: string, companyId: string): string {
  const body = Buffer.concat([Buffer.from(companyId.replaceAll('-', ''), 'hex'), randomBytes(32)])
  return Buffer.concat([body, sign(secret, body)]).toString('base64url')
}

/** The company and the hash that a token stands for, or null for what is not ours. */
export function readToken(secret: string, token: string): { companyId: string; hash: Buffer } | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 64 || bytes.toString('base64url') !== token) return null
  const body = bytes.subarray(0, 48)
  if (!timingSafeEqual(sign(secret, body), bytes.subarray(48))) return null
  const hex = body.subarray(0, 16).toString('hex')
  const companyId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { companyId, hash: hashSecret('approval-link', token) }
}

/** A new link to this vote; older ones to it end. Only its hash is kept. */
export async function newLink(
  tx: Tx,
  secret: string,
  vote: { id: string; personId: string },
): Promise<string> {
  const companyId = tx.whose.companyId ?? ''
  const token = newToken(secret, companyId)
  const now = clock.now()
  await tx.run(
    `update app.approval_links set superseded_at = $3
     where company_id = $1 and vote_id = $2 and used_at is null and superseded_at is null`,
    [companyId, vote.id, now],
  )
  await tx.run(
    `insert into app.approval_links (company_id, id, vote_id, person_id, hash, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      companyId,
      newId(),
      vote.id,
      vote.personId,
      hashSecret('approval-link', token),
      now,
      new Date(now.getTime() + days * 86_400_000),
    ],
  )
  return token
}

export type Link = {
  id: string
  voteId: string
  personId: string
  expiresAt: Date
  usedAt: Date | null
  supersededAt: Date | null
}

/** The link behind a hash; the caller has entered its company. */
export async function findLink(tx: Tx, hash: Buffer, lock: boolean): Promise<Link | null> {
  const [link] = await tx.query<Link>(
    `select id, vote_id as "voteId", person_id as "personId", expires_at as "expiresAt", used_at as "usedAt",
       superseded_at as "supersededAt"
     from app.approval_links where company_id = $1 and hash = $2 ${lock ? 'for update' : ''}`,
    [tx.whose.companyId, hash],
  )
  return link ?? null
}
