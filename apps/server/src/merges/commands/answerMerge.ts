import type { merges, ReplyIn } from '@deskhand/contract'
import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { Json } from '../../platform/http/answer.ts'
import type { RequestRecord } from '../../requests/access.ts'
import { readWhole } from '../../requests/queries/whole.ts'

type Reply = ReplyIn<typeof merges.merge>

/** The request that stays, as it is now, and which came or went. */
export async function answerMerge(
  tx: Tx,
  actor: Actor,
  operationId: string,
  target: RequestRecord,
  sources: readonly RequestRecord[],
): Promise<Json<Reply>> {
  const whole = await readWhole(tx, actor, sql`r.id = ${target.id}`)
  const requests = sources.map(({ id, referenceNumber }) => ({ requestId: id, referenceNumber }))
  return new Json<Reply>(
    `{"operationId":"${operationId}","requests":${JSON.stringify(requests)},"request":${whole?.text}}`,
  )
}
