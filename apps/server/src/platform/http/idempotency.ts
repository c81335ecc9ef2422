import { createHmac } from 'node:crypto'
import type { Tx, Whose } from '../db/transaction.ts'
import type { Schedule } from '../jobs/reaction.ts'
import type { Platform } from '../platform.ts'
import { deriveKey } from '../secret.ts'
import { Stop } from '../stop.ts'

export type Kept = { status: number; headers: Record<string, string>; body: string }
export type Key = {
  key: string
  route: string
  bodyHash: string
  personId: string
  /** Where it was claimed: a command of the platform ends in another company than it began in. */
  companyId: string | null
}

/** What was asked for, as a hash that nobody can guess at without our secret: a body may hold a password. */
const hashOf = ({ secret }: Pick<Platform, 'secret'>, what: unknown): string =>
  createHmac('sha256', deriveKey(secret, 'idempotency')).update(JSON.stringify(what)).digest('base64url')

/** The header's key with what it stands for, or null where the caller sent none. */
export function readKey(
  platform: Pick<Platform, 'secret'>,
  header: unknown,
  route: string,
  what: unknown,
  personId: string,
): Key | null {
  if (header === undefined) return null
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(header)) {
    throw new Stop('invalid', 'An Idempotency-Key has 1 to 255 printable characters.')
  }
  return { key: header, route, bodyHash: hashOf(platform, what), personId, companyId: null }
}

/**
 * Claims the key in this transaction, or answers what was answered the first time. A second request that
 * comes while the first still runs waits for its commit (lock_timeout bounds it).
 */
export async function claimKey(tx: Tx, claim: Key): Promise<Kept | null> {
  claim.companyId = tx.whose.companyId
  const { key, route, bodyHash, companyId, personId } = claim
  const claimed = await tx.run(
    `insert into app.idempotency_keys (company_id, person_id, key, route, body_hash) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [companyId, personId, key, route, bodyHash],
  )
  if (claimed.rowCount === 1) return null
  const [first] = await tx.query<Kept & { route: string; bodyHash: string }>(
    `select route, body_hash as "bodyHash", status, headers, body from app.idempotency_keys
     where company_id = $1 and person_id = $2 and key = $3`,
    [companyId, personId, key],
  )
  if (!first)
    throw new Stop('busy', 'The first request with this Idempotency-Key has not ended yet.', {
      retryAfter: 1,
    })
  if (first.route !== route || first.bodyHash !== bodyHash) {
    throw new Stop('rule', 'This Idempotency-Key was used for something else. Make a new one.')
  }
  return { status: first.status, headers: first.headers, body: first.body }
}

/**
 * Keeps the answer beside the effect; travels with the commit. The key lies in the company of who asked.
 */
export function keepAnswer(tx: Tx, { key, companyId, personId }: Key, { status, headers, body }: Kept): void {
  const here = tx.whose
  const enter = (whose: Whose) => void tx.enter(whose).catch(() => undefined)
  if (here.companyId !== companyId) enter({ companyId, personId })
  void tx
    .run(
      `update app.idempotency_keys set status = $4, headers = $5, body = $6
       where company_id = $1 and person_id = $2 and key = $3`,
      [companyId, personId, key, status, JSON.stringify(headers), body],
    )
    .catch(() => undefined)
  if (here.companyId !== companyId) enter(here)
}

/** Answers are kept for a day. */
export const sweepKeys: Schedule = {
  name: 'platform.sweep_keys',
  cron: '17 * * * *',
  async run({ tx, companyId, now }) {
    const dayAgo = new Date(now.getTime() - 24 * 60 * 60_000)
    await tx.run('delete from app.idempotency_keys where company_id = $1 and created_at < $2', [
      companyId,
      dayAgo,
    ])
  },
}
