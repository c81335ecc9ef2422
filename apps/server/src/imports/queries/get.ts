import { imports } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadImport, readImport } from '../access.ts'

export const get = handle(imports.get, async ({ tx, actor, params }) => {
  const { id } = await loadImport({ tx, actor }, params.id)
  const read = await readImport(tx, id)
  return answer(read, { version: read.version, isTimed: true })
})
