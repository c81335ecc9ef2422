import { type AssetOverview, assetReports, livingStates } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { agesOn, type Span, warrantiesFrom } from './spans.ts'

const mostRows = 12
const unseenDays = [30, 60, 90, 180]
const aDay = 86_400_000

type Counted = Omit<AssetOverview, 'byAge' | 'warranties' | 'notSeen'> & {
  ages: number[]
  warranties: number[]
  unseen: number[]
}

/** How many things have a day in each of these spans, in their order. */
const countIn = (column: string, starts: string, ends: string) => `
  (select json_agg(n order by place) from (
    select s.place, count(t.id)::int as n
    from unnest(${starts}::date[], ${ends}::date[]) with ordinality s (starts, ends, place)
    left join things t on t.${column} >= coalesce(s.starts, '-infinity') and t.${column} < coalesce(s.ends, 'infinity')
    group by s.place) x)`

const groups = (select: string) => `(select coalesce(json_agg(x), '[]') from (${select}) x)`

const readOverview = `
  with things as materialized (
    select a.id, a.status, a.sub_status, a.model_id, a.category_id, a.purchase_date, a.purchase_cost,
      a.purchase_currency, a.warranty_ends_on, l.path[1] as site_id, p.department,
      coalesce(seen.seen_at, a.created_at) as seen_at
    from app.assets a
    left join app.locations l on l.company_id = a.company_id and l.id = a.location_id
    left join app.people p on p.company_id = a.company_id and p.id = a.person_id
    left join app.asset_sightings seen on seen.company_id = a.company_id and seen.asset_id = a.id
    where a.company_id = $1 and a.deleted_at is null and a.status = any ($2::text[]))
  select
    (select count(*)::int from things) as total,
    ${groups('select status, count(*)::int as count from things group by status order by count desc')} as "byStatus",
    ${countIn('purchase_date', '$3', '$4')} as ages,
    (select count(*)::int from things where purchase_date is null) as "ageUnknown",
    ${countIn('warranty_ends_on', '$5', '$6')} as warranties,
    (select count(*)::int from things where warranty_ends_on is null) as "warrantyUnknown",
    ${groups(`select m.id as "modelId", m.name, t.count, t."availableCount" from (
        select model_id, count(*)::int as count,
          (count(*) filter (where status = 'IN_STOCK' and sub_status = 'AVAILABLE'))::int as "availableCount"
        from things group by model_id) t
      join app.asset_models m on m.company_id = $1 and m.id = t.model_id
      order by t.count desc, m.name limit ${mostRows}`)} as "byModel",
    ${groups(`select l.id as "locationId", l.name, t.count from (
        select site_id, count(*)::int as count from things group by site_id) t
      join app.locations l on l.company_id = $1 and l.id = t.site_id
      order by t.count desc, l.name limit ${mostRows}`)} as "byPlace",
    ${groups(`select department, count(*)::int as count from things where department is not null
      group by department order by count desc, department limit ${mostRows}`)} as "byDepartment",
    ${groups(`select c.id as "categoryId", c.name,
        jsonb_build_object('amount', t.amount::text, 'currency', t.purchase_currency) as cost, t.count from (
        select category_id, purchase_currency, sum(purchase_cost)::bigint as amount, count(*)::int as count
        from things where purchase_cost is not null group by category_id, purchase_currency) t
      join app.asset_categories c on c.company_id = $1 and c.id = t.category_id
      order by t.purchase_currency, t.amount desc limit ${2 * mostRows}`)} as costs,
    (select json_agg(n order by place) from (
      select s.place, count(t.id)::int as n from unnest($7::timestamptz[]) with ordinality s (since, place)
      left join things t on t.seen_at < s.since group by s.place) x) as unseen`

export const overview = handle(assetReports.overview, async ({ tx, actor, platform }) => {
  const { zone } = await deskFacts(platform, tx)
  const now = clock.now()
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const ages = agesOn(today)
  const ends = warrantiesFrom(today)
  const starts = (spans: readonly Span[]) => spans.map(({ from }) => from)
  const befores = (spans: readonly Span[]) => spans.map(({ before }) => before)
  const [counted] = await tx.query<Counted>(readOverview, [
    actor.companyId,
    livingStates,
    starts(ages),
    befores(ages),
    starts(ends),
    befores(ends),
    unseenDays.map((days) => new Date(now.getTime() - days * aDay)),
  ])
  if (!counted) throw new Error('A statement without a row cannot be: it groups nothing.')
  const { ages: agedCounts, warranties, unseen, ...rest } = counted
  return {
    ...rest,
    byAge: ages.map((age, place) => ({ ...age, count: agedCounts[place] ?? 0 })),
    warranties: ends.map((span, place) => ({ ...span, count: warranties[place] ?? 0 })),
    notSeen: unseenDays.map((days, place) => ({ days, count: unseen[place] ?? 0 })),
  }
})
