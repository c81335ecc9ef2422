import { participants } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { openLink } from '../access.ts'

/** Shows what the link of a mail is about. Mail scanners follow links, so that looking changes nothing. */
export const invitation = handle(participants.invitation, async (inside) => {
  const { referenceNumber, summary, companyName, email, leftAt } = await openLink(
    inside.platform,
    inside,
    inside.params.token,
  )
  return { referenceNumber, summary, companyName, email, hasLeft: leftAt !== null }
})
