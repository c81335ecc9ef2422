import { drafts } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadRequest, mustBeAllowed } from '../../requests/access.ts'
import { readDraft } from '../queries/list.ts'
import { words } from '../words.ts'

type Shared = { id: string; personId: string; personName: string }

/** One hand writes at a time: the draft becomes mine, remembers whose it was, and stays shared. */
export const take = handle(drafts.take, async (inside) => {
  const { tx, actor, params, record } = inside
  const request = await loadRequest(inside, params.id, { lock: true })
  mustBeAllowed('note', actor, request)
  const draftId = params.draftId.toLowerCase()
  const [draft] = isUuid(draftId)
    ? await tx.query<Shared>(
        `select f.id, f.person_id as "personId", p.name as "personName" from app.reply_drafts f
         join app.people p on p.company_id = f.company_id and p.id = f.person_id
         where f.company_id = $1 and f.request_id = $2 and f.id = $3 and (f.is_shared or f.person_id = $4)
         for update of f`,
        [actor.companyId, request.id, draftId, actor.id],
      )
    : []
  if (!draft) throw new Stop('not_found', words.noSuchDraft)
  if (draft.personId === actor.id) throw new Stop('state', words.isYours)
  const [own] = await tx.query(
    `select from app.reply_drafts where company_id = $1 and request_id = $2 and person_id = $3 and kind = 'reply'`,
    [actor.companyId, request.id, actor.id],
  )
  if (own) throw new Stop('state', words.haveOwn)
  const hand = { personId: draft.personId, name: draft.personName, at: clock.now().toISOString() }
  await tx.run(
    `update app.reply_drafts set person_id = $3, hands = hands || $4::jsonb, updated_at = $5
     where company_id = $1 and id = $2`,
    [actor.companyId, draft.id, actor.id, JSON.stringify([hand]), clock.now()],
  )
  record('draft.taken', about(request), { draftId: draft.id, from: draft.personId })
  return readDraft(tx, draft.id)
})
