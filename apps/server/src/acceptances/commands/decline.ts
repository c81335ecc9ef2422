import { acceptances } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadAcceptance } from '../access.ts'
import { words } from '../words.ts'
import { refuse } from './refuse.ts'

export const decline = handle(acceptances.decline, async (inside) => {
  const { person } = await loadAcceptance(inside.tx, inside.params.id)
  if (person.id !== inside.actor.id) throw new Stop('forbidden', words.notYours)
  return refuse(inside, inside.params.id, inside.body.reason, 'APP')
})
