import { mail } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { retry } from './commands/retry.ts'
import { sendTest } from './commands/sendTest.ts'
import { mailbox } from './queries/mailbox.ts'
import { outbound } from './queries/outbound.ts'
import { reactions } from './reactions.ts'

export const mailSlice = slice('mail', mail, { mailbox, outbound, retry, test: sendTest }, { reactions })
