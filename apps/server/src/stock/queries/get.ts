import { stock } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { readWhole } from './readWhole.ts'

/** Its levels move without its version. */
export const get = handle(stock.get, async ({ tx, actor, params }) => {
  const item = await readWhole(tx, actor, params.id)
  return answer(item, { version: item.version, isTimed: true })
})
