import { locations } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { about, holdTree, loadLocation } from '../access.ts'
import { mustFit } from './mustFit.ts'

export const add = handle(locations.add, async ({ tx, actor, body, record }) => {
  const id = newId()
  const { kind, name, parentId, address, isStore, unitId } = body
  await holdTree(tx)
  const above = await mustFit(tx, { id, ...body })
  await tx.run(
    `insert into app.locations (company_id, id, kind, name, parent_id, path, unit_id, address, is_store, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
    [actor.companyId, id, kind, name, parentId, [...above, id], unitId, address, isStore, clock.now()],
  )
  record('location.added', about({ id, name }), { kind }, changesBetween({}, body))
  const place = await loadLocation(tx, id)
  return answer(place, { version: place.version, location: `/locations/${id}` })
})
