import { imports } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { readImports } from '../access.ts'

export const list = handle(imports.list, async ({ tx, actor }) => ({
  data: await readImports(tx, actor, 100),
}))
