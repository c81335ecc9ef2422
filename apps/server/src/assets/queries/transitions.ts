import { assets } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadAsset, moversOf } from '../access.ts'
import { waysFrom } from '../moveRules.ts'
import { readMoveFacts } from './moveFacts.ts'

export const transitions = handle(assets.transitions, async ({ tx, actor, params }) => {
  const thing = await loadAsset({ tx, actor }, params.id)
  const facts = await readMoveFacts(tx, thing)
  return { data: waysFrom({ thing, movers: moversOf(actor, thing), facts }) }
})
