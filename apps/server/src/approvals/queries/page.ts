import type { Approval } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type Answer, answer, Json } from '../../platform/http/answer.ts'
import { visibleTo } from '../../requests/access.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { approvalColumn, approvalSources } from './columns.ts'

type Shape = { data: Approval[]; page: { next: string | null; totalEstimate: number | null } }
type Asked = { limit: number; cursor?: string | undefined }

/** A page of rounds in one statement, the newest by `at` first; the page is cut before its steps are looked up. */
export async function readPage(
  tx: Tx,
  actor: Actor,
  { limit, cursor }: Asked,
  which: RawBuilder<SqlBool>,
  at: RawBuilder<unknown> = sql`a.started_at`,
): Promise<Answer<Shape>> {
  const after = readCursor(cursor, { value: 'time', id: 'uuid' })
  const older = after ? sql`and (${at}, a.id) < (${after.value}, ${after.id})` : sql``
  const [page] = await send<{
    data: string
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
      select coalesce(json_agg(${approvalColumn(actor)} order by cut.place) filter (where cut.place <= ${limit}), '[]')::text
          as data,
        count(*) > ${limit} as more, count(*)::int as count, to_json(max(cut.at) filter (where cut.place = ${limit})) #>> '{}' as at,
        max(cut.id::text) filter (where cut.place = ${limit}) as id
      from cut, ${approvalSources(actor)} where a.company_id = ${actor.companyId} and a.id = cut.id`,
  )
  const next = page?.more ? cursorOf(page.at, page.id) : null
  const paging = { next, totalEstimate: totalOf({ cursor }, next, page?.count ?? 0) }
  return answer(new Json<Shape>(`{"data":${page?.data},"page":${JSON.stringify(paging)}}`), { next })
}
