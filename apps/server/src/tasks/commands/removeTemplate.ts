import { tasks } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { aboutTemplate, loadTemplate } from '../access.ts'

export const removeTemplate = handle(tasks.removeTemplate, async ({ tx, actor, params, ifMatch, record }) => {
  const template = await loadTemplate({ tx, actor, ifMatch }, params.id, { lock: true })
  await tx.run('delete from app.checklist_templates where company_id = $1 and id = $2', [
    actor.companyId,
    template.id,
  ])
  record(
    'checklist_template.deleted',
    aboutTemplate(template),
    { name: template.name },
    { items: [template.items, null] },
  )
  return {}
})
