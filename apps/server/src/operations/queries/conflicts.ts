import type { Tx } from '../../platform/db/transaction.ts'
import { fieldWord, words } from '../words.ts'

export type Conflict = { subjectId: string; subjectRef: string | null; message: string }

type Row = { subjectId: string; subjectRef: string | null; field: string; actorName: string | null; at: Date }

/**
 * What was changed again since this operation: of each field that it changed, the last change since, unless
 * that put back what the operation had left; of one move, the state is named. All subjects, or one.
 */
export async function findConflicts(
  tx: Tx,
  operationId: string,
  subjectId: string | null = null,
): Promise<Conflict[]> {
  const rows = await tx.query<Row>(find, [tx.whose.companyId, operationId, subjectId])
  return rows.map(({ subjectId: id, subjectRef, field, actorName, at }) => ({
    subjectId: id,
    subjectRef,
    message: words.changedSince(actorName ?? 'Deskhand', fieldWord(field), at),
  }))
}

const find = `
  with left_as as (
    select distinct on (e.subject_id, f.field) e.subject_id, e.subject_ref, e.id, f.field,
      e.changes -> f.field -> 1 as value
    from app.events e cross join lateral jsonb_object_keys(e.changes) f(field)
    where e.company_id = $1 and e.operation_id = $2 and ($3::uuid is null or e.subject_id = $3)
    order by e.subject_id, f.field, e.id desc)
  select distinct on (o.subject_id) o.subject_id as "subjectId", o.subject_ref as "subjectRef", o.field,
    since.actor_name as "actorName", since.at
  from left_as o cross join lateral (
    select l.actor_name, l.at, l.changes -> o.field -> 1 as value from app.events l
    where l.company_id = $1 and l.subject_id = o.subject_id and l.id > o.id and l.changes ? o.field
    order by l.id desc limit 1) since
  where since.value is distinct from o.value
  order by o.subject_id, since.at desc, o.field <> 'status', o.field`
