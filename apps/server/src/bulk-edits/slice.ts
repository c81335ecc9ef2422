import { bulkEdits } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { batch } from './batch.ts'
import { edit } from './commands/edit.ts'

export const bulkEditsSlice = slice('bulkEdits', bulkEdits, { edit }, { batches: [batch] })
