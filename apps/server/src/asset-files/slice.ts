import { assetFiles } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { add } from './commands/add.ts'
import { remove } from './commands/remove.ts'
import { download, preview } from './queries/download.ts'
import { list } from './queries/list.ts'
import { undoes } from './undoes.ts'

export const assetFilesSlice = slice(
  'assetFiles',
  assetFiles,
  { list, add, download, preview, remove },
  { undoes },
)
