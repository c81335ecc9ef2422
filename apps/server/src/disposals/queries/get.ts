import { disposals } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { readDisposal } from './read.ts'

export const get = handle(disposals.get, async (inside) => {
  const whole = await readDisposal(inside, inside.params.id)
  // What stands in the way changes without it.
  return answer(whole, { version: whole.version, isTimed: true })
})
