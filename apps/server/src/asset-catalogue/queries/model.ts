import { type AssetModelWhole, assetCatalogue } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadModel } from '../access.ts'

type More = Pick<AssetModelWhole, 'allFields' | 'byStatus' | 'repairsByAge'>

export const model = handle(assetCatalogue.model, async ({ tx, actor, params }) => {
  const row = await loadModel(tx, params.id)
  const [more] = await tx.query<More>(select, [actor.companyId, row.id, clock.now()])
  const { allFields = [], byStatus = [], repairsByAge = [] } = more ?? {}
  return answer({ ...row, allFields, byStatus, repairsByAge }, { version: row.version, isTimed: true })
})

/** A thing lives from when it was bought until it is retired or missing; a year that it did not begin counts nothing. */
const select = `
  with things as (
    select a.id, a.status, coalesce(a.purchase_date, a.created_at::date) as born,
      case when a.status in ('RETIRED', 'VOID', 'MISSING') then a.updated_at else $3::timestamptz end::date as until
    from app.assets a where a.company_id = $1 and a.model_id = $2 and a.deleted_at is null),
  repairs as (
    select t.id, greatest(1, ceil((e.at::date - t.born + 1) / 365.25))::int as year
    from things t join app.events e on e.company_id = $1 and e.subject_id = t.id and e.subject_version is not null
    where e.name = 'asset.moved' and e.data ->> 'to' = 'IN_MAINTENANCE'),
  years as (
    select year, count(*)::int as things, (select count(*)::int from repairs r where r.year = y.year) as repairs
    from things t cross join lateral
      generate_series(1, least(20, greatest(1, ceil((t.until - t.born + 1) / 365.25)::int))) y(year)
    group by year)
  select
    (select coalesce(c.fields, '[]') || coalesce(m.fields, '[]') from app.asset_models m
      join app.asset_categories c on c.company_id = m.company_id and c.id = m.category_id
      where m.company_id = $1 and m.id = $2) as "allFields",
    (select coalesce(json_agg(json_build_object('status', s.status, 'count', s.count) order by s.count desc, s.status), '[]')
      from (select status, count(*)::int as count from things group by status) s) as "byStatus",
    (select coalesce(json_agg(json_build_object('year', year, 'things', things, 'repairs', repairs) order by year), '[]')
      from years) as "repairsByAge"`
