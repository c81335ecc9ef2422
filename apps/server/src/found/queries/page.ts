import { found } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { readPage } from '../access.ts'

export const page = handle(found.page, async ({ tx }) => {
  const page = await readPage(tx)
  return answer(page, { version: page.version })
})
