import { costCenters } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { create } from './commands/create.ts'
import { update } from './commands/update.ts'
import { list } from './queries/list.ts'

export const costCentersSlice = slice('cost-centers', costCenters, { list, create, update })
