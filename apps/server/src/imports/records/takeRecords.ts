import { compensate } from '../../operations/commands/compensate.ts'
import { type Item, runItems } from '../../operations/commands/runItems.ts'
import type { Work } from '../resources.ts'
import type { Taken, Undoing } from '../takeBack.ts'

/** So many in one transaction: each goes the way of its own commands. */
const piece = 50

/** The last records that it wrote and that are still to be taken back, each by how its events are undone. */
export async function takeRecords(work: Work, { operationId, undoesId, before }: Undoing): Promise<Taken> {
  const { tx, actor } = work
  const wrote = await tx.query<Item & { last: number; isDoer: boolean }>(nextWritten, [
    actor.companyId,
    undoesId,
    before,
    piece,
    actor.id,
  ])
  const isDoer = wrote[0]?.isDoer ?? false
  const results = await runItems(
    { ...work, db: tx.db },
    {
      id: operationId,
      batch: { kind: 'undo', run: (inside, id) => compensate(inside, undoesId, id, { isDoer }) },
      payload: null,
    },
    wrote,
  )
  const refused = results.filter(({ outcome }) => outcome === 'refused')
  const changed = results.filter(({ outcome }) => outcome === 'changed').length
  return {
    changed,
    unchanged: results.length - changed - refused.length,
    refused: refused.map(({ subjectType: type, subjectId: id, subjectRef: ref, detail }) => ({
      type,
      id,
      ref,
      message: detail ?? '',
    })),
    before: wrote.at(-1)?.last ?? before,
    isOver: wrote.length < piece,
  }
}

const nextWritten = `
  select e.subject_type as "subjectType", e.subject_id as "subjectId", max(e.subject_ref) as "subjectRef",
    null as "deskId", max(e.id)::float8 as last, bool_or(e.actor_id = $5) as "isDoer"
  from app.events e where e.company_id = $1 and e.operation_id = $2
  group by e.subject_type, e.subject_id
  having $3::bigint is null or max(e.id) < $3
  order by max(e.id) desc limit $4`
