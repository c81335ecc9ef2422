import type { Preview } from '@deskhand/contract'
import { alike, likeness, tellingWords } from '../../lookalikes/rules.ts'
import type { Tx } from '../../platform/db/transaction.ts'

type Asked = {
  actorId: string
  requesterId: string
  /** What was typed so far. */
  summary: string | undefined
  typeId: string | null
  /** The form makes the title of its answers, so its kind is all that can be compared. */
  isTitled: boolean
}

/** Open requests that the writer asked for, or opened for this person, and that may be the same; others' never. */
export async function ownAlike(tx: Tx, asked: Asked): Promise<Preview['own']> {
  const { actorId, requesterId, summary = '', typeId, isTitled } = asked
  const telling = tellingWords(summary)
  if (!isTitled && telling.length === 0) return []
  return tx.query<Preview['own'][number]>(find, [
    tx.whose.companyId,
    requesterId,
    actorId,
    telling,
    summary,
    isTitled ? typeId : null,
  ])
}

const find = `
  select o.id, o.reference_number as "referenceNumber", o.summary, o.status,
    to_json(o.created_at) #>> '{}' as "createdAt"
  from (
    select r.*, case when $6::uuid is not null then (r.request_type_id = $6)::int
      else ${likeness('r.summary', '$4', '$5')} end as likeness
    from app.requests r
    where r.company_id = $1 and r.requester_id = $2 and (r.requester_id = $3 or r.created_by_id = $3)
      and r.status not in ('RESOLVED', 'REJECTED') and r.closed_at is null and r.deleted_at is null) o
  where o.likeness >= ${alike}
  order by o.likeness desc, o.created_at desc, o.id limit 3`
