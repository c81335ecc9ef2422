import { drafts } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadRequest } from '../../requests/access.ts'
import { drop as dropDraft } from '../access.ts'

export const drop = handle(drafts.drop, async ({ tx, db, actor, params, query }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  await dropDraft(tx, request.id, actor.id, query.kind)
  return {}
})
