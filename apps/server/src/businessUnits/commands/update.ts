import { businessUnits } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { about, loadUnit, mustBeFree, pathIn, readUnits } from '../access.ts'

/** Renaming a site renames it on its people; moving takes along what lies in it. */
export const update = handle(businessUnits.update, async (inside) => {
  const { tx, actor, params, body, record } = inside
  const unit = await loadUnit(inside, params.id)
  const after = {
    ...unit,
    name: body.name ?? unit.name,
    parentId: body.parentId === undefined ? unit.parentId : body.parentId,
  }
  const changes = changesBetween(unit, after)
  const isUnchanged = Object.keys(changes).length === 0
  if (!isUnchanged) {
    const above = await pathIn({ tx, actor }, unit.kind, after.parentId)
    await mustBeFree({ tx, actor }, after)
    await tx.run(move, [
      actor.companyId,
      unit.id,
      after.name,
      after.parentId,
      [...above, unit.id],
      unit.path.length,
      clock.now(),
    ])
    if (unit.kind === 'SITE' && after.name !== unit.name)
      await tx.run('update app.people set site = $3 where company_id = $1 and site_id = $2', [
        actor.companyId,
        unit.id,
        after.name,
      ])
    record('unit.updated', about(after), { kind: unit.kind }, changes)
  }
  const [now] = await readUnits(tx, actor.companyId, unit.id)
  if (!now) throw new Error('What was changed is not there.')
  return answer(now, { version: now.version, unchanged: isUnchanged })
})

const move = `
  with below as (
    update app.business_units set path = $5::uuid[] || path[$6::int + 1:], updated_at = $7
    where company_id = $1 and $2 = any (path) and id <> $2)
  update app.business_units set name = $3, parent_id = $4, path = $5, version = version + 1, updated_at = $7
  where company_id = $1 and id = $2`
