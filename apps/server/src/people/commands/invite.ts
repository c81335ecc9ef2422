import { people } from '@deskhand/contract'
import { countTry, invitationTries } from '../../identity/attempts.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadPerson } from '../access.ts'
import { sendInvitation } from '../invitation.ts'
import { words } from '../words.ts'

/** Sends the invitation, or sends it again: the mail before it no longer works. */
export const invite = handle(
  people.invite,
  async (inside) => {
    const { platform, tx, actor, params } = inside
    const person = await loadPerson(inside, params.id)
    if (person.state === 'ACTIVE') throw new Stop('state', words.hasJoined(person.name))
    if (person.state === 'BLOCKED') throw new Stop('state', words.blockedNotInvited(person.name))
    const tooMany = await countTry(tx, invitationTries(person.email))
    if (tooMany) throw tooMany
    await sendInvitation(platform, inside, person, actor.name)
    return {}
  },
  { door: 'auth' },
)
