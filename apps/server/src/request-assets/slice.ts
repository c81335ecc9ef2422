import { requestAssets } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { link } from './commands/link.ts'
import { set } from './commands/set.ts'
import { unlink } from './commands/unlink.ts'
import { list } from './queries/list.ts'
import { ofAsset } from './queries/ofAsset.ts'
import { undoes } from './undoes.ts'

export const requestAssetsSlice = slice(
  'requestAssets',
  requestAssets,
  { list, link, set, unlink, ofAsset },
  { undoes },
)
