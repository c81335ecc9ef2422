import { files } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { remove } from './commands/remove.ts'
import { stage } from './commands/stage.ts'
import { upload } from './commands/upload.ts'
import { byId, download } from './queries/download.ts'
import { list } from './queries/list.ts'
import { preview } from './queries/preview.ts'
import { staged } from './queries/staged.ts'
import { sweep } from './sweep.ts'

export const filesSlice = slice(
  'files',
  files,
  { list, upload, stage, staged, download, byId, preview, remove },
  { schedules: (platform) => [sweep(platform)] },
)
