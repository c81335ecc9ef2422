import { macros } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { aboutMacro, checkMacroKey, checkMacroName, checkSteps, loadLedDesk, loadMacro } from '../access.ts'

export const add = handle(macros.add, async ({ platform, tx, actor, body, record }) => {
  const deskId = await loadLedDesk(platform, tx, actor, body.serviceDeskId)
  await checkSteps(platform, tx, deskId, body.steps)
  await checkMacroName(tx, deskId, body.name, null)
  const { key = null } = body
  await checkMacroKey(tx, deskId, key, null)
  const id = newId()
  await tx.run(
    'insert into app.macros (company_id, id, desk_id, name, steps, key) values ($1, $2, $3, $4, $5, $6)',
    [actor.companyId, id, deskId, body.name, JSON.stringify(body.steps), key],
  )
  const macro = await loadMacro({ tx, actor }, id)
  record('macro.saved', aboutMacro(macro), { name: macro.name })
  return answer(macro, { version: macro.version })
})
