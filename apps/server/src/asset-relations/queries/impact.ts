import { type AssetImpact, assetRelations } from '@deskhand/contract'
import { loadAsset } from '../../assets/access.ts'
import { handle } from '../../platform/http/handle.ts'

const most = { steps: 12, things: 500 }

export const impact = handle(assetRelations.impact, async ({ tx, actor, params }) => {
  const { id } = await loadAsset({ tx, actor }, params.id)
  const [row] = await tx.query<AssetImpact>(find, [actor.companyId, id, most.steps, most.things])
  return row ?? { data: [], people: [], isCut: false }
})

// A thing counts once for each number of steps, so that a circle ends, however dense the net is.
const find = `
  with recursive hit(id, depth) as (
    select $2::uuid, 0
    union
    select next.id, hit.depth + 1 from hit cross join lateral (
      select r.asset_id as id from app.asset_relations r
      where r.company_id = $1 and r.other_id = hit.id and r.kind in ('RUNS_ON', 'DEPENDS_ON', 'PART_OF')
      union select a.id from app.assets a where a.company_id = $1 and a.parent_asset_id = hit.id) next
    where hit.depth < $3 and next.id <> $2),
  nearest as (
    select a.id, a.asset_tag, a.name, a.status, a.person_id, min(hit.depth) as depth
    from hit join app.assets a on a.company_id = $1 and a.id = hit.id and a.deleted_at is null
    group by a.id, a.asset_tag, a.name, a.status, a.person_id),
  shown as (
    select n.*, p.name as person_name from nearest n
    left join app.people p on p.company_id = $1 and p.id = n.person_id
    where n.depth > 0 order by n.depth, n.asset_tag limit $4),
  people as (
    select p.id, p.name, count(*)::int as count from nearest n
    join app.people p on p.company_id = $1 and p.id = n.person_id group by p.id, p.name order by p.name limit $4)
  select coalesce((select json_agg(json_build_object('id', s.id, 'assetTag', s.asset_tag, 'name', s.name,
        'status', s.status, 'depth', s.depth, 'person', case when s.person_id is not null
          then json_build_object('id', s.person_id, 'name', s.person_name) end)
      order by s.depth, s.asset_tag) from shown s), '[]') as data,
    coalesce((select json_agg(p order by p.name) from people p), '[]') as people,
    (select count(*) from nearest where depth > 0) > $4 or exists (select from hit where depth = $3) as "isCut"`
