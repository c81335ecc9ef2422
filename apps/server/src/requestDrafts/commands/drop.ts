import { requestDrafts } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { checkKey } from '../access.ts'

/** Drops a draft; one that is not there is dropped already. */
export const drop = handle(requestDrafts.drop, async ({ tx, actor, params }) => {
  await tx.run('delete from app.request_drafts where company_id = $1 and person_id = $2 and key = $3', [
    actor.companyId,
    actor.id,
    checkKey(params.key),
  ])
  return {}
})
