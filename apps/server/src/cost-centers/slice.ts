import { costCenters } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { create } from './commands/create.ts'
import { update } from './commands/update.ts'
import { list } from './queries/list.ts'

export const costCentersSlice = slice('costCenters', costCenters, { list, create, update })
