import { transcripts } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { mail } from './commands/mail.ts'
import { get } from './queries/get.ts'
import { reactions } from './reactions.ts'

export const transcriptsSlice = slice('transcripts', transcripts, { get, mail }, { reactions })
