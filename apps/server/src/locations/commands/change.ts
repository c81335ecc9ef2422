import { locations } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { Stop } from '../../platform/stop.ts'
import { about, holdTree, loadLocation } from '../access.ts'
import { words } from '../words.ts'
import { mustFit } from './mustFit.ts'

export const change = handle(locations.change, async ({ tx, actor, params, body, ifMatch, record }) => {
  await holdTree(tx)
  const before = await loadLocation(tx, params.id, { lock: true, ifMatch })
  const after = Object.assign({ ...before }, body)
  const changes = changesBetween<object>(before, body)
  if (Object.keys(changes).length === 0) return answer(before, { version: before.version, unchanged: true })
  const above = await mustFit(tx, after)
  if (before.isActive && !after.isActive) await mustHoldNone(tx, before.id)
  await tx.run(update, [
    actor.companyId,
    before.id,
    after.name,
    after.parentId,
    [...above, before.id],
    after.unitId,
    after.address,
    after.isStore,
    after.isActive,
    clock.now(),
  ])
  record('location.changed', about(after), { kind: before.kind }, changes)
  const place = await loadLocation(tx, before.id)
  return answer(place, { version: place.version })
})

/** Stops where places that are in use lie in it. */
export async function mustHoldNone(tx: Tx, id: string): Promise<void> {
  const [held] = await tx.query<{ names: string[]; count: number }>(
    `select coalesce((array_agg(name order by lower(name)))[1:3], '{}') as names, count(*)::int as count
     from app.locations where company_id = $1 and parent_id = $2 and retired_at is null`,
    [tx.whose.companyId, id],
  )
  if (held && held.count > 0) throw new Stop('state', words.holdsPlaces(held.names, held.count))
}

/** All that lies in it keeps the rest of its path behind the new beginning. */
const update = `
  with below as (
    update app.locations l set path = $5::uuid[] || l.path[array_position(l.path, $2::uuid) + 1:], updated_at = $10
    where l.company_id = $1 and l.path @> array[$2::uuid] and l.id <> $2::uuid
      and l.path[:array_position(l.path, $2::uuid)] <> $5::uuid[])
  update app.locations set name = $3, parent_id = $4, path = $5, unit_id = $6, address = $7, is_store = $8,
    retired_at = case when $9 then null else coalesce(retired_at, $10) end, updated_at = $10, version = version + 1
  where company_id = $1 and id = $2`
