import type { Priority } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { words } from '../words.ts'

/** Says to the desk why a request that was just written ranks higher than it was rated; silent where it could not rise. */
export async function noteRaise(
  tx: Tx,
  request: { id: string; priority: Priority; createdAt: Date },
  rated: Priority,
): Promise<void> {
  if (request.priority === rated) return
  await tx.run(
    `insert into app.request_activities (company_id, id, request_id, author_name, activity_type, message, is_internal,
       is_system_generated, metadata, created_at)
     values ($1, $2, $3, 'Deskhand', 'SYSTEM', $4, true, true, $5, $6)`,
    [
      tx.whose.companyId,
      newId(),
      request.id,
      words.raised(rated, request.priority),
      JSON.stringify({ event: 'vip_raised', from: rated, to: request.priority }),
      request.createdAt,
    ],
  )
}
