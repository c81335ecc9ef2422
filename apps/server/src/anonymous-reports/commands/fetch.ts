import { anonymousReports } from '@deskhand/contract'
import { loadAttachment } from '../../files/access.ts'
import { send } from '../../files/queries/download.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { inMailbox } from '../access.ts'

/** A file of the report; one that is for the team alone does not exist by this door. */
export const fetch = handleOutside(anonymousReports.fetch, async (outside) => {
  const { body, params } = outside
  const file = await inMailbox(outside, body.code, ({ tx, actor, request }) =>
    loadAttachment(tx, actor, request.id, params.id),
  )
  return send(outside, file)
})
