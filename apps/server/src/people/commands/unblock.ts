import { people } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadPerson } from '../access.ts'
import { answerPerson } from '../queries/person.ts'
import { stateAfterBlock } from '../rules.ts'
import { writeStanding } from '../standing.ts'
import { words } from '../words.ts'

export const unblock = handle(
  people.unblock,
  async (inside) => {
    const { tx, actor, params, record } = inside
    const person = await loadPerson(inside, params.id)
    if (person.state !== 'BLOCKED') throw new Stop('state', words.notBlocked(person.name))
    const state = stateAfterBlock(person.lastSignInAt)
    await writeStanding(tx, actor.companyId, person, { state, deletedAt: null })
    record('person.unblocked', about(person), {}, changesBetween(person, { state }))
    return answerPerson(tx, actor, person.id)
  },
  { door: 'auth' },
)
