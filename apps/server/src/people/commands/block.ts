import { people } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadPerson } from '../access.ts'
import { holdAdmins } from '../admins.ts'
import { answerPerson } from '../queries/person.ts'
import { shutOut, writeStanding } from '../standing.ts'
import { words } from '../words.ts'

export const block = handle(
  people.block,
  async (inside) => {
    const { tx, actor, params, record } = inside
    await holdAdmins(tx, actor)
    const person = await loadPerson(inside, params.id)
    if (person.id === actor.id) throw new Stop('state', words.notYourself.block)
    if (person.state === 'BLOCKED') throw new Stop('state', words.isBlocked(person.name))
    await writeStanding(tx, actor.companyId, person, { state: 'BLOCKED', deletedAt: null })
    await shutOut(inside, person, 'blocked')
    record('person.blocked', about(person), {}, changesBetween(person, { state: 'BLOCKED' }))
    return answerPerson(tx, actor, person.id)
  },
  { door: 'auth' },
)
