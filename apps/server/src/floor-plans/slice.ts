import { floorPlans } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { add } from './commands/add.ts'
import { remove } from './commands/remove.ts'
import { list } from './queries/list.ts'
import { picture } from './queries/picture.ts'

export const floorPlansSlice = slice('floorPlans', floorPlans, { list, picture, add, remove })
