import { operations } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadOperation } from '../access.ts'
import { words } from '../words.ts'
import { end } from './end.ts'

export const cancel = handle(operations.cancel, async ({ tx, actor, params, record }) => {
  const { id } = await loadOperation(tx, actor, params.id)
  if (!(await end({ tx, record }, id))) throw new Stop('state', words.ended)
  return loadOperation(tx, actor, id)
})
