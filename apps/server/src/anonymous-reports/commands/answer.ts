import { anonymousReports } from '@deskhand/contract'
import { handleOutside } from '../../platform/http/handle.ts'
import { loadRequest } from '../../requests/access.ts'
import { say } from '../../requests/commands/comment.ts'
import { inMailbox } from '../access.ts'
import { readReport } from '../queries/read.ts'

/** Writes what any requester would write, by the same rules. */
export const answer = handleOutside(anonymousReports.answer, (outside) => {
  const { body, platform } = outside
  return inMailbox(outside, body.code, async (mailbox) => {
    const { tx, actor, request } = mailbox
    await say({ ...mailbox, platform }, request, { message: body.message, isInternal: false })
    return readReport(tx, actor, await loadRequest(mailbox, request.id))
  })
})
