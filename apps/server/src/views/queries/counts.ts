import { parseQuery, views } from '@deskhand/contract'
import { sql } from 'kysely'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { visibleTo } from '../../requests/access.ts'
import { type Condition, conditionsOfQuery, isOpen } from '../../requests/queries/where.ts'
import { readViews } from '../access.ts'

/** One more than is shown: "999+". */
const most = 1000

/**
 * The counts of all views in one statement. Those that show open requests alone are counted in one pass over the open
 * ones; every other has a look of its own that stops at a thousand. The statement is made of these very views, so that
 * it is sent without a name.
 */
export const counts = handle(views.counts, async ({ tx, actor, platform }) => {
  const asking = { actor, facts: await deskFacts(platform, tx), now: clock.now() }
  const counted = (await readViews(tx, actor)).flatMap(({ id, where }) => {
    const { query } = parseQuery(where)
    if (!query) return []
    const conditions = conditionsOfQuery(query, asking)
    return [{ id, conditions, isOfOpen: conditions.includes(isOpen) }]
  })
  if (counted.length === 0) return { data: [] }
  const base = sql<boolean>`r.company_id = ${actor.companyId} and ${visibleTo(actor, 'r')} and r.deleted_at is null`
  const ofOpen = counted.filter(({ isOfOpen }) => isOfOpen)
  const others = counted.filter(({ isOfOpen }) => !isOfOpen)
  const columns = [
    ...ofOpen.map(
      ({ conditions }) => sql`least(count(*) filter (where ${all(conditions)}), ${sql.lit(most)})`,
    ),
    ...others.map(
      ({ conditions }) => sql`(select count(*) from (select from app.requests r
        where ${base} and ${all(conditions)} limit ${sql.lit(most)}) few)`,
    ),
  ]
  const pass =
    ofOpen.length > 0
      ? sql`select json_build_array(${sql.join(columns)}) as counts from app.requests r where ${base} and ${isOpen}`
      : sql`select json_build_array(${sql.join(columns)}) as counts`
  const { sql: text, parameters } = pass.compile(tx.db)
  const [row] = await tx.once<{ counts: number[] }>(text, [...parameters])
  return { data: [...ofOpen, ...others].map(({ id }, at) => ({ id, count: row?.counts[at] ?? 0 })) }
})

const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`true` : sql`(${sql.join([...conditions], sql` and `)})`
