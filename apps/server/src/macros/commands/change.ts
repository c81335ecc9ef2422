import { macros } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { aboutMacro, checkMacroKey, checkMacroName, checkSteps, loadMacro } from '../access.ts'

export const change = handle(macros.change, async (inside) => {
  const { platform, tx, actor, params, body, record } = inside
  const before = await loadMacro(inside, params.id, { lock: true })
  const { name = before.name, steps = before.steps, key = before.key } = body
  const changes = changesBetween<object>(before, { name, steps, key })
  if (Object.keys(changes).length === 0) return answer(before, { version: before.version, unchanged: true })
  await checkSteps(platform, tx, before.serviceDeskId, steps)
  await checkMacroName(tx, before.serviceDeskId, name, before.id)
  await checkMacroKey(tx, before.serviceDeskId, key, before.id)
  await tx.run(
    `update app.macros set name = $3, steps = $4, updated_at = $5, key = $6, version = version + 1
     where company_id = $1 and id = $2`,
    [actor.companyId, before.id, name, JSON.stringify(steps), clock.now(), key],
  )
  const macro = await loadMacro({ tx, actor }, before.id)
  record('macro.saved', aboutMacro(macro), { name }, changes)
  return answer(macro, { version: macro.version })
})
