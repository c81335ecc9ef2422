import { requestDrafts } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { handle } from '../../platform/http/handle.ts'
import { type DraftRow, openDraft } from '../access.ts'

export const list = handle(requestDrafts.list, async ({ tx, actor, platform }) => {
  const [rows, facts] = await Promise.all([
    tx.query<DraftRow>(
      `select key, sealed, saved_at as "savedAt" from app.request_drafts
       where company_id = $1 and person_id = $2 order by saved_at desc, key`,
      [actor.companyId, actor.id],
    ),
    deskFacts(platform, tx),
  ])
  return { data: rows.map((row) => openDraft(platform, tx, row, facts)) }
})
