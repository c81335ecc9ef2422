import { type AssetHolding, assets } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadAsset, utc } from '../access.ts'

export const custody = handle(assets.custody, async ({ tx, actor, params }) => {
  const { id } = await loadAsset({ tx, actor }, params.id, {
    trashed: actor.permissions.has('assets.manage'),
  })
  return { data: await tx.query<AssetHolding>(find, [actor.companyId, id]) }
})

const named = (id: string, name: string) =>
  `case when ${id} is not null then json_build_object('id', ${id}, 'name', ${name}) end`

/** The condition that it had at a version. */
const conditionAt = (version: string) => `(
  select e.changes -> 'condition' ->> 1 from app.events e
  where e.company_id = $1 and e.subject_id = $2 and e.subject_version <= ${version} and e.changes ? 'condition'
  order by e.subject_version desc limit 1)`

// What ended it is the next line of the stream that says anything of who has it.
const find = `
  select ${named('h.person_id', 'p.name')} as person, ${named('h.parent_asset_id', 't.asset_tag')} as "parentAsset",
    ${named('h.location_id', 'l.name')} as location, ${utc('lower(h.during)')} as "from", ${utc('upper(h.during)')} as until,
    ${conditionAt('h.since_version')} as condition, ${conditionAt('ended.subject_version')} as "conditionUntil",
    begun.actor_name as "givenByName", ended.actor_name as "endedByName", begun.data ->> 'note' as note,
    h.since_version as version
  from app.asset_holdings h
  left join app.people p on p.company_id = h.company_id and p.id = h.person_id
  left join app.assets t on t.company_id = h.company_id and t.id = h.parent_asset_id
  left join app.locations l on l.company_id = h.company_id and l.id = h.location_id
  left join app.events begun on begun.company_id = h.company_id and begun.subject_id = h.asset_id
    and begun.subject_version = h.since_version
  left join lateral (
    select e.subject_version, e.actor_name from app.events e
    where e.company_id = $1 and e.subject_id = $2 and e.subject_version > h.since_version and not upper_inf(h.during)
      and e.changes ?| array['status', 'personId', 'parentAssetId', 'locationId']
    order by e.subject_version limit 1) ended on true
  where h.company_id = $1 and h.asset_id = $2 order by h.since_version desc limit 500`
