import { kits } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { readKits } from '../access.ts'

export const list = handle(kits.list, async (inside) => ({ data: await readKits(inside) }))
