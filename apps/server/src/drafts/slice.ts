import { drafts } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { drop } from './commands/drop.ts'
import { save } from './commands/save.ts'
import { share } from './commands/share.ts'
import { take } from './commands/take.ts'
import { list } from './queries/list.ts'
import { reactions } from './reactions.ts'

export const draftsSlice = slice('drafts', drafts, { list, save, drop, share, take }, { reactions })
