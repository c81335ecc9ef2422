import { people } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'
import { readRoles } from './roleList.ts'

export const role = handle(people.role, async ({ tx, params }) => {
  const found = (await readRoles(tx)).find(({ id }) => id === params.id)
  if (!found) throw new Stop('not_found', words.noSuchRole)
  return found
})
