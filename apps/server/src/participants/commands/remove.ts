import { participants } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { Stop } from '../../platform/stop.ts'
import {
  about,
  addActivity,
  isRequester,
  isStaff,
  loadRequest,
  type RequestRecord,
} from '../../requests/access.ts'
import { words } from '../words.ts'

type Inside = { tx: Tx; actor: Actor; record: RecordEvent }
type Row = { id: string; personId: string | null; addedById: string | null; name: string }

/** The desk and who asked take off anybody; others themselves and those whom they added. */
export const remove = handle(participants.remove, async (inside) => {
  const { tx, actor, params } = inside
  const request = await loadRequest(inside, params.id, { lock: true })
  const watcherId = params.watcherId.toLowerCase()
  const [row] = isUuid(watcherId)
    ? await tx.query<Row>(
        `select w.id, w.person_id as "personId", w.added_by_id as "addedById", coalesce(p.name, w.email) as name
         from app.participants w left join app.people p on p.company_id = w.company_id and p.id = w.person_id
         where w.company_id = $1 and w.request_id = $2 and w.id = $3 and w.left_at is null for update of w`,
        [actor.companyId, request.id, watcherId],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchParticipant)
  const isOwn = row.personId === actor.id || row.addedById === actor.id
  if (!isOwn && !isStaff(actor, request) && !isRequester(actor, request)) {
    throw new Stop('forbidden', words.onlyOwn)
  }
  await takeOff(inside, request, row)
  return {}
})

/** Ends that somebody follows a locked request. */
export async function takeOff(
  { tx, actor, record }: Inside,
  request: RequestRecord,
  row: Pick<Row, 'id' | 'personId' | 'name'>,
): Promise<void> {
  await tx.run('delete from app.participants where company_id = $1 and id = $2', [actor.companyId, row.id])
  await addActivity(tx, request, actor, {
    activityType: 'SYSTEM',
    message: row.personId === actor.id ? `${actor.name} left.` : `${actor.name} took off ${row.name}.`,
    metadata: { event: 'participant_removed', name: row.name },
  })
  const subject = about(request)
  record(
    'participant.removed',
    { ...subject, people: [...(subject.people ?? []), row.personId] },
    { name: row.name, personId: row.personId },
  )
}
