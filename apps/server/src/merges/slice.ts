import { merges } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { merge } from './commands/merge.ts'
import { unmerge } from './commands/unmerge.ts'
import { preview } from './queries/preview.ts'
import { reactions } from './reactions.ts'
import { undoes } from './undoes.ts'

export const mergesSlice = slice('merges', merges, { preview, merge, unmerge }, { reactions, undoes })
