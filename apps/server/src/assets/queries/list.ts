import { type AssetRow, assets } from '@deskhand/contract'
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import { answer, Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { cursorOf, totalOf } from '../../requests/queries/cursor.ts'
import { words } from '../words.ts'
import { assetsAt } from './asOf.ts'
import { rowColumns, rowSources } from './columns.ts'
import { momentOf } from './momentOf.ts'
import { orderOf, ownFieldOf } from './order.ts'
import { keysIn, mustBeOwnFields } from './ownField.ts'
import { conditionsOf } from './where.ts'

/** So many are counted for the head of the list; whoever has more reads that there are more. */
const counted = 2_000

type Page = {
  data: string
  more: boolean
  count: number
  all: number | null
  value: string | null
  id: string | null
}
type Rows = { data: AssetRow[]; page: { next: string | null; totalEstimate: number | null } }

/** The page is cut first, in the order of an index; names are looked up for its rows only. */
export const list = handle(assets.list, async ({ tx, actor, query, platform }) => {
  const { limit, isDeleted = false } = query
  if (isDeleted && !actor.permissions.has('assets.manage')) throw new Stop('forbidden', words.onlyAdmins)
  const moment = await momentOf({ platform, tx }, query.asOf)
  const own = ownFieldOf(query.sort)
  await mustBeOwnFields(tx, actor, [
    ...(own ? [{ key: own, pointer: '?sort' }] : []),
    ...keysIn(query.own ?? []).map((key) => ({ key, pointer: '?own' })),
  ])
  const carried = own ? sql`, a.custom_fields -> ${own} as "ownField"` : sql``
  const { column, keys, rest } = orderOf(query.sort, query.cursor)
  const which = [
    sql`a.company_id = ${actor.companyId}`,
    isDeleted ? sql`a.deleted_at is not null` : sql`a.deleted_at is null`,
    ...conditionsOf(query, actor),
  ]
  const conditions = [...which, ...(rest ? [rest] : [])]
  // The first page says how many there are, where that is quickly told.
  const all =
    moment || query.cursor
      ? sql`null::int`
      : sql`(select count(*)::int from (select from app.assets a
          where ${sql.join(which, sql` and `)} limit ${counted + 1}) a)`
  const [page] = await send<Page>(
    tx,
    sql`
      with cut as (
        select a.*, row_number() over (order by ${keys}) as place from (
          select a.* from ${moment ? sourceAt(moment, query.personId, actor) : sql`app.assets`} a
          where ${sql.join(conditions, sql` and `)} order by ${keys} limit ${limit + 1}) a),
      rows as (
        select a.place, a.id, ${column} as value,
          (select row_to_json(one) from (select ${rowColumns}${carried}) one) as json
        from cut a ${rowSources} where a.place <= ${limit})
      select coalesce(json_agg(rows.json order by rows.place), '[]')::text as data,
        ${all} as "all", (select count(*) > ${limit} from cut) as more, (select count(*)::int from cut) as count,
        to_json(max(rows.value) filter (where rows.place = ${limit})) #>> '{}' as value,
        max(rows.id::text) filter (where rows.place = ${limit}) as id
      from rows`,
  )
  const next = page?.more ? cursorOf(page.value, page.id) : null
  const told = page?.all && page.all <= counted ? page.all : null
  const paging = { next, totalEstimate: totalOf(query, next, page?.count ?? 0) ?? told }
  return answer(new Json<Rows>(`{"data":${page?.data},"page":${JSON.stringify(paging)}}`), { next })
})

/** Of a person's kit only what they ever had is folded. */
function sourceAt(moment: Date, personId: readonly string[] | undefined, actor: Actor): RawBuilder<unknown> {
  const ids = personId?.map((one) => (one === 'me' ? actor.id : one)) ?? ['none']
  const everHad = ids.includes('none')
    ? sql`true`
    : sql`now.id in (
        select h.asset_id from app.asset_holdings h
        where h.company_id = ${actor.companyId} and h.person_id = any (${ids}::uuid[]) and lower(h.during) <= ${moment}
        union select p.id from app.assets p where p.company_id = ${actor.companyId} and p.person_id = any (${ids}::uuid[]))`
  return assetsAt(moment, everHad)
}
