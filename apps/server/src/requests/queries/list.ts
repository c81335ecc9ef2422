import { type ListedRequest, type QueryOf, requests } from '@deskhand/contract'
import { sql } from 'kysely'
import { deskFacts } from '../../desks/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type Answer, answer, Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import type { Platform } from '../../platform/platform.ts'
import { rowColumns, rowSources } from './columns.ts'
import { cursorOf, totalOf } from './cursor.ts'
import { conditionsOf } from './filter.ts'
import { orderOf } from './order.ts'

type Page = { data: string; more: boolean; count: number; value: string | null; id: string | null }

/**
 * The page is cut first, on `app.requests` alone, so that an index gives it in order; people, snippets and
 * read marks are looked up for its rows only.
 */
export const list = handle(requests.list, ({ tx, actor, query, platform }) =>
  readRows({ tx, actor, platform }, query),
)

type Inside = { tx: Tx; actor: Actor; platform: Platform }
type Rows = { data: ListedRequest[]; page: { next: string | null; totalEstimate: number | null } }

/** The texts of these own fields of `r`, as far as row-level security shows them; of people their names of today. */
const ownFields = (keys: readonly string[] | undefined) =>
  keys && keys.length > 0
    ? sql`, (select coalesce(json_object_agg(f.key, coalesce(named.name, v.text)), '{}')
        from app.custom_fields f
        join app.custom_field_values v on v.company_id = f.company_id and v.field_id = f.id and v.request_id = r.id
        left join app.people named on f.type = 'person' and named.company_id = v.company_id
          and named.id::text = v.value #>> '{}'
        where f.company_id = r.company_id and f.key = any (${keys}::text[]) and f.retired_at is null) as "ownFields"`
    : sql``

/** One page of requests, for every route that answers such a list. */
export async function readRows(
  { tx, actor, platform }: Inside,
  query: QueryOf<typeof requests.list>,
): Promise<Answer<Rows>> {
  const { limit } = query
  const { keys, direction, branches } = orderOf(query.sort, query.cursor)
  const asking = { actor, facts: await deskFacts(platform, tx), now: clock.now() }
  const which = sql.join(conditionsOf(query, asking), sql` and `)
  const cuts = branches.map(
    (branch) => sql`(select r.* from app.requests r where ${which} ${branch}
      order by ${keys} limit ${limit + 1})`,
  )
  const [page] = await send<Page>(
    tx,
    sql`
      with cut as (
        select r.*, row_number() over (order by ${keys}) as place from (${sql.join(cuts, sql` union all `)}) r
        order by ${keys} limit ${limit + 1}),
      rows as (
        select r.place, r.id, ${direction.column} as value,
          (select row_to_json(one) from (select ${rowColumns(actor)}${ownFields(query.fields)}) one) as json
        from cut r ${rowSources} where r.place <= ${limit})
      select coalesce(json_agg(rows.json order by rows.place), '[]')::text as data,
        (select count(*) > ${limit} from cut) as more, (select count(*)::int from cut) as count,
        to_json(max(rows.value) filter (where rows.place = ${limit})) #>> '{}' as value,
        max(rows.id::text) filter (where rows.place = ${limit}) as id
      from rows`,
  )
  const next = page?.more ? cursorOf(page.value, page.id) : null
  const paging = { next, totalEstimate: totalOf(query, next, page?.count ?? 0) }
  const text = `{"data":${page?.data},"page":${JSON.stringify(paging)}}`
  return answer(new Json<Rows>(text), { next })
}
