import { type AssetRequest, requestAssets } from '@deskhand/contract'
import { sql } from 'kysely'
import { loadAsset } from '../../assets/access.ts'
import { linkedColumn, worker } from '../../links/queries/readLinks.ts'
import { send } from '../../platform/db/send.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { visibleTo } from '../../requests/access.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'

type Row = { request: AssetRequest; linkedAt: string }

/** Confidential ones are left out for everybody: the page of a thing is looked at over many shoulders. */
export const ofAsset = handle(requestAssets.ofAsset, async (inside) => {
  const { tx, actor, params, query } = inside
  const asset = await loadAsset(inside, params.id)
  const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
  const past = after ? sql`and (l.linked_at, l.request_id) < (${after.value}, ${after.id})` : sql``
  const rows = await send<Row>(
    tx,
    sql`select to_json(l.linked_at) #>> '{}' as "linkedAt", ${linkedColumn}::jsonb || jsonb_build_object(
        'requesterName', asker.name, 'createdAt', to_json(r.created_at) #>> '{}',
        'linkedAt', to_json(l.linked_at) #>> '{}') as request
      from app.request_assets l
      join app.requests r on r.company_id = l.company_id and r.id = l.request_id
      join app.people asker on asker.company_id = r.company_id and asker.id = r.requester_id ${worker}
      where l.company_id = ${actor.companyId} and l.asset_id = ${asset.id} and r.deleted_at is null
        and not r.is_confidential and ${visibleTo(actor, 'r')} ${past}
      order by l.linked_at desc, l.request_id desc limit ${query.limit + 1}`,
  )
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const next = rows.length > query.limit && last ? cursorOf(last.linkedAt, last.request.id) : null
  const data = shown.map(({ request }) => request)
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})
