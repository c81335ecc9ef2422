import { entries } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { correct } from './commands/correct.ts'
import { withdraw } from './commands/withdraw.ts'
import { mentionable } from './queries/mentionable.ts'
import { undoes } from './undoes.ts'

export const entriesSlice = slice('entries', entries, { correct, withdraw, mentionable }, { undoes })
