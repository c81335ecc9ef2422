import { realtime } from '@deskhand/contract'
import { noCompany } from '../../identity/access.ts'
import { signTicket } from '../../identity/commands/signTicket.ts'
import { handle } from '../../platform/http/handle.ts'

export const ticket = handle(realtime.ticket, async ({ actor, platform }) => {
  const { accountId, sessionId, companyId, id } = actor
  const isOutside = companyId === noCompany
  return signTicket(platform, {
    accountId,
    sessionId,
    companyId: isOutside ? null : companyId,
    personId: isOutside ? null : id,
  })
})
