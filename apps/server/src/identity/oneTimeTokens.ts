import { randomInt } from 'node:crypto'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import { hashSecret, newSecret } from '../platform/secret.ts'
import { Stop } from '../platform/stop.ts'
import { words } from './words.ts'

export type Purpose = 'sign_in' | 'invitation' | 'password_reset'

/** How long a mailed secret is good, in seconds. */
export const tokenLife: Record<Purpose, number> = {
  sign_in: 10 * 60,
  invitation: 7 * 24 * 3600,
  password_reset: 60 * 60,
}

export type OneTimeToken = {
  id: string
  purpose: Purpose
  accountId: string
  companyId: string | null
  flowHash: Buffer | null
  browserHash: Buffer | null
}

/** Wrong codes that one mail stands; its link ends with them. */
export const codesPerMail = 5

/** A row of `auth.one_time_tokens` that somebody may still use. */
export const tokenColumns = `id, purpose, account_id as "accountId", company_id as "companyId", flow_hash as "flowHash",
  browser_hash as "browserHash"`
export const isUsable = `used_at is null and account_id is not null and tries < ${codesPerMail}`

/**
 * Makes a secret for one mail; stored are only hashes. With a `flow` there is a code of six digits besides, for
 * a mail that is read on another device: it is hashed together with the flow's secret, because six digits alone
 * are no secret. With a `browser` the link works there only.
 * Without an account it is a token that nobody gets, made so that unknown addresses look like known ones.
 */
export async function makeToken(
  tx: Tx,
  made: { purpose: Purpose; accountId: string | null; companyId?: string; flow?: string; browser?: Buffer },
): Promise<{ id: string; token: string; code: string }> {
  const id = newId()
  const token = newSecret()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const now = clock.now()
  await tx.run(
    `with over as (
       select id from auth.one_time_tokens where expires_at < $9 order by expires_at limit 20 for update skip locked
     ), swept as (delete from auth.one_time_tokens t using over where t.id = over.id)
     insert into auth.one_time_tokens
       (id, purpose, hash, flow_hash, code_hash, account_id, company_id, created_at, expires_at, browser_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $10, $11)`,
    [
      id,
      made.purpose,
      hashSecret(made.purpose, token),
      made.flow ? hashSecret('flow', made.flow) : null,
      made.flow ? hashCode(made.flow, code) : null,
      made.accountId,
      made.companyId ?? null,
      now,
      new Date(now.getTime() - 24 * 3600 * 1000),
      new Date(now.getTime() + tokenLife[made.purpose] * 1000),
      made.browser ?? null,
    ],
  )
  return { id, token, code }
}

export const hashCode = (flow: string, code: string): Buffer => hashSecret(`code of ${flow}`, code)

const gone: Record<Purpose, string> = {
  sign_in: words.gone,
  invitation: words.goneInvitation,
  password_reset: words.gone,
}

/**
 * The token behind a mailed secret, locked until commit. Its purpose is part of the hash, so one of another
 * kind is not even found. Used, too old and never made look alike.
 */
export async function loadToken(tx: Tx, purpose: Purpose, secret: string): Promise<OneTimeToken> {
  const [token] = await tx.query<OneTimeToken>(
    `select ${tokenColumns} from auth.one_time_tokens
     where hash = $1 and expires_at > $2 and ${isUsable} for update`,
    [hashSecret(purpose, secret), clock.now()],
  )
  if (!token) throw new Stop('gone', gone[purpose])
  return token
}

/** Uses up every token of these kinds that an account has, for one company or for all. */
export async function endTokens(
  tx: Tx,
  accountId: string,
  purposes: readonly Purpose[],
  companyId?: string,
): Promise<void> {
  await tx.run(
    `update auth.one_time_tokens set used_at = $1
     where account_id = $2 and purpose = any ($3) and used_at is null and ($4::uuid is null or company_id = $4)`,
    [clock.now(), accountId, purposes, companyId ?? null],
  )
}
