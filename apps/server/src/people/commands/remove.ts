import { people } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadPerson } from '../access.ts'
import { holdAdmins } from '../admins.ts'
import { shutOut, writeStanding } from '../standing.ts'
import { words } from '../words.ts'

/** Takes somebody out of every list but history. Their roles stay with them, asleep, so that restoring is a true undo. */
export const remove = handle(
  people.remove,
  async (inside) => {
    const { tx, actor, params, record } = inside
    await holdAdmins(tx, actor)
    const person = await loadPerson(inside, params.id)
    if (person.id === actor.id) throw new Stop('state', words.notYourself.remove)
    const deletedAt = clock.now()
    await writeStanding(tx, actor.companyId, person, { state: person.state, deletedAt })
    await shutOut(inside, person, 'removed')
    record('person.deleted', about(person), {}, changesBetween(person, { deletedAt }))
    return {}
  },
  { door: 'auth' },
)
