import { mustBeUntouched, putBack } from '../operations/commands/putBack.ts'
import { callWithin } from '../platform/http/within.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { type Undo, type UndoWork, undo } from '../platform/log/undo.ts'
import { Stop } from '../platform/stop.ts'
import { loadPerson } from './access.ts'
import { remove } from './commands/remove.ts'
import { update } from './commands/update.ts'
import { words } from './words.ts'

/** Somebody who was only written down is removed again, where they have not joined and have nothing. */
async function takeAway(
  work: UndoWork,
  event: LoggedEvent<'person.created' | 'person.restored'>,
): Promise<void> {
  const { tx } = work
  await mustBeUntouched(tx, event)
  const person = await loadPerson(work, event.subjectId ?? '')
  const [has] = await tx.query<{ something: boolean }>(find, [tx.whose.companyId, person.id])
  if (event.name === 'person.created' && person.state !== 'INVITED')
    throw new Stop('conflict', words.hasJoinedSince(person.name))
  if (has?.something) throw new Stop('conflict', words.hasSomething(person.name))
  await callWithin(work, remove, { params: { id: person.id } })
}

const find = `
  select exists (select from app.assets where company_id = $1 and person_id = $2)
    or exists (select from app.licence_seats where company_id = $1 and person_id = $2 and freed_at is null)
    or exists (select from app.stock_balances where company_id = $1 and account = 'PERSON' and holder_id = $2::uuid and quantity > 0)
    or exists (select from app.people where company_id = $1 and manager_id = $2 and deleted_at is null) as something`

export const undoes: Undo[] = [
  undo({ on: ['person.created', 'person.restored'], run: takeAway }),
  putBack('person.updated', update),
]
