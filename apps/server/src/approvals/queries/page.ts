import type { Approval, ListedApproval } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { standingsOf } from '../../leave/queries/standing.ts'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type Answer, answer } from '../../platform/http/answer.ts'
import type { Platform } from '../../platform/platform.ts'
import { visibleTo } from '../../requests/access.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { approvalColumn, approvalSources } from './columns.ts'

type Shape = { data: ListedApproval[]; page: { next: string | null; totalEstimate: number | null } }
type Asked = { limit: number; cursor?: string | undefined }

/**
 * A page of rounds in one statement, the newest by `at` first; the page is cut before its steps are looked up. Where
 * leave is among them, what is to be known of it is asked for all of the page at once.
 */
export async function readPage(
  { tx, platform, actor }: { tx: Tx; platform: Platform; actor: Actor },
  { limit, cursor }: Asked,
  which: RawBuilder<SqlBool>,
  at: RawBuilder<unknown> = sql`a.started_at`,
): Promise<Answer<Shape>> {
  const after = readCursor(cursor, { value: 'time', id: 'uuid' })
  const older = after ? sql`and (${at}, a.id) < (${after.value}, ${after.id})` : sql``
  const [page] = await send<{
    data: Approval[]
    leaves: string[] | null
    more: boolean
    count: number
    at: string | null
    id: string | null
  }>(
    tx,
    sql`
      with cut as (
        select a.id, ${at} as at, row_number() over (order by ${at} desc, a.id desc) as place
        from ${approvalSources(actor)}
        where a.company_id = ${actor.companyId} and ${visibleTo(actor, 'r')} and ${which} ${older}
        order by ${at} desc, a.id desc limit ${limit + 1})
      select coalesce(json_agg(${approvalColumn(actor)} order by cut.place) filter (where cut.place <= ${limit}), '[]') as data,
        array_agg(r.id) filter (where cut.place <= ${limit} and exists (select from app.request_types t
          where t.company_id = r.company_id and t.id = r.request_type_id and t.kind = 'LEAVE')) as leaves,
        count(*) > ${limit} as more, count(*)::int as count, to_json(max(cut.at) filter (where cut.place = ${limit})) #>> '{}' as at,
        max(cut.id::text) filter (where cut.place = ${limit}) as id
      from cut, ${approvalSources(actor)} where a.company_id = ${actor.companyId} and a.id = cut.id`,
  )
  const next = page?.more ? cursorOf(page.at, page.id) : null
  const paging = { next, totalEstimate: totalOf({ cursor }, next, page?.count ?? 0) }
  const leaves = await standingsOf({ tx, platform, actor }, page?.leaves ?? [])
  const data = (page?.data ?? []).map((one) => ({ ...one, leave: leaves.get(one.requestId) ?? null }))
  return answer({ data, page: paging }, { next })
}
