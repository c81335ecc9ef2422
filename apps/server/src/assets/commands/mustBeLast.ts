import { fieldWord, words } from '../../operations/words.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { LoggedEvent } from '../../platform/log/event.ts'
import { Stop } from '../../platform/stop.ts'

type Later = { field: string; actorName: string | null; at: Date }

/**
 * Stops an undo where a later line of the thing's stream changed the same and was not undone itself. That somebody put
 * the same value back does not help here: what came between was decided on what would then never have been.
 */
export async function mustBeLast(
  tx: Tx,
  { id, subjectId, operationId, changes }: Pick<LoggedEvent, 'id' | 'subjectId' | 'operationId' | 'changes'>,
): Promise<void> {
  const fields = Object.keys(changes)
  const [later] = await tx.query<Later>(find, [tx.whose.companyId, subjectId, id, operationId, fields])
  if (later) {
    const who = later.actorName ?? 'Deskhand'
    throw new Stop('conflict', words.changedSince(who, fieldWord(later.field), later.at))
  }
}

// A later line that was undone, and the line that undid it, cancel each other out.
const find = `
  select f.field, l.actor_name as "actorName", l.at from app.events l
  cross join lateral unnest($5::text[]) f(field)
  where l.company_id = $1 and l.subject_id = $2 and l.id > $3 and l.subject_version is not null
    and l.operation_id is distinct from $4::uuid and l.changes ? f.field
    and not exists (select from app.events u
      where u.company_id = $1 and u.subject_id = $2 and u.subject_version is not null and u.caused_by_id = l.id)
    and not exists (select from app.events d
      where d.company_id = $1 and d.id = l.caused_by_id and d.subject_id = $2 and d.id > $3)
  order by l.id desc limit 1`
