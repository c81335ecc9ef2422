import { acceptances } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { accept } from './commands/accept.ts'
import { acceptByLink, declineByLink, seeLink } from './commands/byLink.ts'
import { decline } from './commands/decline.ts'
import { remind } from './commands/remind.ts'
import { document } from './queries/document.ts'
import { get } from './queries/get.ts'
import { list } from './queries/list.ts'
import { schedules } from './schedules.ts'
import { undoes } from './undoes.ts'

export const acceptancesSlice = slice(
  'acceptances',
  acceptances,
  { list, get, accept, decline, remind, document, seeLink, acceptByLink, declineByLink },
  { schedules, undoes },
)
