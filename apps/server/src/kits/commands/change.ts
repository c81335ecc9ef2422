import { kits } from '@deskhand/contract'
import { mustKeepFor } from '../../assets/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { about, keptKit, loadKit, partsOf } from '../access.ts'
import { mustBeSound, writeParts } from './add.ts'

export const change = handle(kits.change, async (inside) => {
  const { tx, actor, params, body, record } = inside
  const kit = await keptKit(inside, params.id)
  const { name, description, deskId } = kit
  const before = { name, description, deskId, parts: partsOf(kit.parts) }
  const after = Object.assign({ ...before }, body)
  const changes = changesBetween<object>(before, body)
  if (Object.keys(changes).length === 0) return answer(kit, { version: kit.version, unchanged: true })
  if ('deskId' in changes) await mustKeepFor(inside, after.deskId)
  await mustBeSound(tx, { id: kit.id, ...after })
  await tx.run(
    `update app.kits set name = $3, description = $4, desk_id = $5, updated_at = $6, version = version + 1
     where company_id = $1 and id = $2`,
    [actor.companyId, kit.id, after.name, after.description, after.deskId, clock.now()],
  )
  if ('parts' in changes) await writeParts(tx, kit.id, after.parts)
  record('kit.updated', about({ id: kit.id, name: after.name }), { fields: Object.keys(changes) }, changes)
  const changed = await loadKit({ tx, actor }, kit.id)
  return answer(changed, { version: changed.version })
})
