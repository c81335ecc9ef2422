import { type Link, links } from '@deskhand/contract'
import { sql } from 'kysely'
import { send } from '../../platform/db/send.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { isStaff, loadRequest, visibleTo } from '../../requests/access.ts'
import { words } from '../../requests/words.ts'
import { linkedColumn, readLinks, worker } from './readLinks.ts'

type Row = { isBefore: boolean; request: Link['request'] }

export const list = handle(links.list, async (inside) => {
  const { tx, actor, params } = inside
  const { id, followUpOfId, ...request } = await loadRequest(inside, params.id)
  if (!isStaff(actor, request)) throw new Stop('forbidden', words.onlyDesk)
  const following = send<Row>(
    tx,
    sql`select r.id = ${followUpOfId}::uuid as "isBefore", ${linkedColumn} as request
      from app.requests r ${worker}
      where r.company_id = ${actor.companyId} and r.deleted_at is null and ${visibleTo(actor, 'r')}
        and (r.follow_up_of_id = ${id} or r.id = ${followUpOfId}::uuid)
      order by r.created_at`,
  )
  const [data, rows] = await Promise.all([readLinks(tx, actor, id), following])
  return {
    data,
    followUpOf: rows.find(({ isBefore }) => isBefore)?.request ?? null,
    followUps: rows.filter(({ isBefore }) => !isBefore).map(({ request: one }) => one),
  }
})
