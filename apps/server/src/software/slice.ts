import { software } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { change } from './commands/change.ts'
import { get, list, ofAsset } from './queries/list.ts'

export const softwareSlice = slice('software', software, { list, get, change, ofAsset })
