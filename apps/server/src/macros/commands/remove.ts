import { macros } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { aboutMacro, loadMacro } from '../access.ts'

export const remove = handle(macros.remove, async (inside) => {
  const { tx, actor, params, record } = inside
  const macro = await loadMacro(inside, params.id, { lock: true })
  await tx.run('delete from app.macros where company_id = $1 and id = $2', [actor.companyId, macro.id])
  record('macro.deleted', aboutMacro(macro), { name: macro.name }, { steps: [macro.steps, null] })
  return {}
})
