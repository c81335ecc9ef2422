import { equipment } from '@deskhand/contract'
import { about } from '../../assets/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadOwn, readOwn } from '../access.ts'

/** The holder's yes: when it was said is kept; a dispute is for the desk to settle. */
export const confirm = handle(equipment.confirm, async (inside) => {
  const { tx, actor, params, record } = inside
  const asset = await loadOwn(inside, params.id)
  await tx.run(
    `insert into app.equipment_confirmations (company_id, asset_id, person_id, confirmed_at) values ($1, $2, $3, $4)
     on conflict (company_id, asset_id, person_id) do update set confirmed_at = excluded.confirmed_at`,
    [actor.companyId, asset.id, actor.id, clock.now()],
  )
  record('asset.confirmed', about(asset), {})
  return readOwn(inside, asset.id, null)
})
