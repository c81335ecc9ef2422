import { previews } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { show } from './commands/show.ts'

export const previewsSlice = slice('previews', previews, { show })
