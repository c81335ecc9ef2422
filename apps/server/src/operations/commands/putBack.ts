import type { EventName } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Handler } from '../../platform/http/handle.ts'
import { callWithin } from '../../platform/http/within.ts'
import type { LoggedEvent } from '../../platform/log/event.ts'
import { type Undo, undo } from '../../platform/log/undo.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'

/** Undoes a change by the command that made it, with what was there before. */
export const putBack = (on: EventName, change: Handler): Undo =>
  undo({
    on,
    run: async (work, { subjectId, changes }) => {
      const body = Object.fromEntries(Object.entries(changes).map(([field, [old]]) => [field, old]))
      await callWithin(work, change, { params: { id: subjectId ?? '' }, body })
    },
  })

/** Stops where anything but this deed happened to what it added: then it is not an error to be taken back. */
export async function mustBeUntouched(
  tx: Tx,
  { id, subjectId, operationId }: Pick<LoggedEvent, 'id' | 'subjectId' | 'operationId'>,
): Promise<void> {
  const [later] = await tx.query<{ actorName: string | null; at: Date }>(
    `select actor_name as "actorName", at from app.events
     where company_id = $1 and subject_id = $2 and id > $3 and operation_id is distinct from $4::uuid
     order by id desc limit 1`,
    [tx.whose.companyId, subjectId, id, operationId],
  )
  if (later) throw new Stop('conflict', words.touchedSince(later.actorName ?? 'Deskhand', later.at))
}
