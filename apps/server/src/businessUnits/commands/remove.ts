import { businessUnits } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadUnit } from '../access.ts'
import { words } from '../words.ts'

/** Only what is empty goes: nobody loses their place by it, and no right becomes wider. */
export const remove = handle(businessUnits.remove, async (inside) => {
  const { tx, actor, params, record } = inside
  const unit = await loadUnit(inside, params.id)
  const [use] = await tx.query<{ held: number; scoped: boolean }>(
    `select (select count(*)::int from app.people where company_id = $1 and site_id = $2)
       + (select count(*)::int from app.business_units where company_id = $1 and parent_id = $2)
       + (select count(*)::int from (select from app.requests where company_id = $1 and site_id = $2 limit 1) r) as held,
       exists (select from app.desk_scopes where company_id = $1 and unit_id = $2) as scoped`,
    [actor.companyId, unit.id],
  )
  if (use?.scoped) throw new Stop('state', words.inUse)
  if (use && use.held > 0) throw new Stop('state', words.holds(use.held))
  await tx.run('delete from app.business_units where company_id = $1 and id = $2', [actor.companyId, unit.id])
  record('unit.deleted', about(unit), { kind: unit.kind })
  return {}
})
