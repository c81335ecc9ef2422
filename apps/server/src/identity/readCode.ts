import { timingSafeEqual } from 'node:crypto'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { hashSecret } from '../platform/secret.ts'
import { Stop } from '../platform/stop.ts'
import { codeTries, countTry, forgiveTries } from './attempts.ts'
import { codesPerMail, hashCode } from './oneTimeTokens.ts'
import { words } from './words.ts'

type Flow = { id: string; accountId: string | null; codeHash: Buffer; tries: number }

/** Whose code it is. A wrong one counts although it is refused. */
export async function readCode(tx: Tx, flow: string, code: string): Promise<string> {
  const [found] = await tx.query<Flow>(
    `select id, account_id as "accountId", code_hash as "codeHash", tries from auth.one_time_tokens
     where flow_hash = $1 and used_at is null and expires_at > $2 and tries < $3 for update`,
    [hashSecret('flow', flow), clock.now(), codesPerMail],
  )
  if (!found) throw new Stop('gone', words.goneCode)
  const isRight = timingSafeEqual(found.codeHash, hashCode(flow, code))
  const tries = found.accountId ? codeTries(found.accountId) : []
  if (await countTry(tx, tries)) throw new Stop('gone', words.goneCode, { keep: true })
  if (isRight && found.accountId) {
    await forgiveTries(tx, tries)
    return found.accountId
  }
  await tx.run('update auth.one_time_tokens set tries = tries + 1 where id = $1', [found.id])
  throw new Stop('not_signed_in', words.wrongCode, { keep: true })
}
