import { views } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { asSeen, readViews } from '../access.ts'

export const list = handle(views.list, async ({ tx, actor }) => {
  const [found, places] = await Promise.all([
    readViews(tx, actor),
    tx.query<{ key: string; isPinned: boolean }>(
      `select view_key as key, is_pinned as "isPinned" from app.view_places
       where company_id = $1 and person_id = $2 order by position, view_key`,
      [actor.companyId, actor.id],
    ),
  ])
  return { data: found.map((view) => asSeen(actor, view)), places }
})
