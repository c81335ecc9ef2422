import { anonymousReports } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { answer } from './commands/answer.ts'
import { attach } from './commands/attach.ts'
import { create } from './commands/create.ts'
import { fetch } from './commands/fetch.ts'
import { open } from './commands/open.ts'
import { pass } from './queries/pass.ts'

export const anonymousReportsSlice = slice('anonymousReports', anonymousReports, {
  pass,
  create,
  open,
  answer,
  attach,
  fetch,
})
