import { drafts } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadRequest, mustBeAllowed } from '../../requests/access.ts'
import { readDraft } from '../queries/list.ts'
import { words } from '../words.ts'

export const share = handle(drafts.share, async (inside) => {
  const { tx, actor, params, body, record } = inside
  const request = await loadRequest(inside, params.id, { lock: true })
  mustBeAllowed('note', actor, request)
  const [draft] = await tx.query<{ id: string; isShared: boolean }>(
    `select id, is_shared as "isShared" from app.reply_drafts
     where company_id = $1 and request_id = $2 and person_id = $3 and kind = 'reply' for update`,
    [actor.companyId, request.id, actor.id],
  )
  if (!draft) throw new Stop('state', words.noDraft)
  const unchanged = draft.isShared === body.isShared
  if (!unchanged) {
    await tx.run('update app.reply_drafts set is_shared = $3 where company_id = $1 and id = $2', [
      actor.companyId,
      draft.id,
      body.isShared,
    ])
    record(body.isShared ? 'draft.shared' : 'draft.unshared', about(request), { draftId: draft.id })
  }
  return answer(await readDraft(tx, draft.id), { unchanged })
})
