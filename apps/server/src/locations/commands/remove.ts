import { locations } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, holdTree, loadLocation } from '../access.ts'
import { words } from '../words.ts'
import { mustHoldNone } from './change.ts'

/** Only what is and always was empty goes: a history that says "it was in 2.14" must be able to say so next year. */
export const remove = handle(locations.remove, async ({ tx, actor, params, ifMatch, record }) => {
  await holdTree(tx)
  const place = await loadLocation(tx, params.id, { lock: true, ifMatch })
  await mustHoldNone(tx, place.id)
  const [use] = await tx.query<{ holds: boolean; hasPast: boolean }>(find, [actor.companyId, place.id])
  if (use?.holds) throw new Stop('state', words.holdsRetired)
  if (use?.hasPast) throw new Stop('state', words.hasPast)
  await tx.run('delete from app.locations where company_id = $1 and id = $2', [actor.companyId, place.id])
  record('location.removed', about(place), { kind: place.kind }, { path: [place.path, null] })
  return {}
})

const find = `
  select exists (select from app.locations where company_id = $1 and parent_id = $2) as holds,
    exists (select from app.assets where company_id = $1 and location_id = $2)
      or exists (select from app.asset_holdings where company_id = $1 and location_id = $2)
      or exists (select from app.scan_sessions where company_id = $1 and location_id = $2)
      or exists (select from app.stock_take_items where company_id = $1 and $2 in (expected_location_id, found_location_id))
      or exists (select from app.stock_take_scans where company_id = $1 and location_id = $2)
      or exists (select from app.stock_takes where company_id = $1 and jsonb_exists(scope -> 'locationIds', $2::uuid::text))
      or exists (select from app.stock_lines where company_id = $1 and location_id = $2)
      or exists (select from app.stock_levels where company_id = $1 and location_id = $2)
      or exists (select from app.stock_reservations where company_id = $1 and location_id = $2)
      or exists (select from app.events e where e.company_id = $1 and e.subject_type = 'asset'
        and e.changes @> jsonb_build_object('locationId', jsonb_build_array($2::uuid))) as "hasPast"`
