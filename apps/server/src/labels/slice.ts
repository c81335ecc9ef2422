import { labels } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { many } from './commands/many.ts'
import { get } from './queries/get.ts'

export const labelsSlice = slice('labels', labels, { get, many })
