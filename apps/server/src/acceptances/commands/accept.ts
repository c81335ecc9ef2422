import { acceptances } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { loadAcceptance } from '../access.ts'
import { words } from '../words.ts'
import { sign } from './sign.ts'

/** Whoever has the things signs; on the screen of a technician with a pen alone. */
export const accept = handle(acceptances.accept, async (inside) => {
  const { tx, actor, params, body } = inside
  const { person } = await loadAcceptance(tx, params.id)
  if (person.id === actor.id) return sign(inside, params.id, body, 'APP')
  if (!actor.permissions.has('assets.work')) throw new Stop('forbidden', words.notYours)
  if (!body.strokes) throw refuseField('strokes', words.drawOnScreen)
  return sign(inside, params.id, body, 'SCREEN')
})
