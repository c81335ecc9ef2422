import { tasks } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { aboutTemplate, checkItems, checkName, loadLedDesk, loadTemplate } from '../access.ts'

export const addTemplate = handle(tasks.addTemplate, async ({ platform, tx, actor, body, record }) => {
  const deskId = await loadLedDesk(platform, tx, actor, body.serviceDeskId)
  await checkName(tx, deskId, body.name, null)
  await checkItems(tx, deskId, body.items)
  const id = newId()
  await tx.run(
    'insert into app.checklist_templates (company_id, id, desk_id, name, items) values ($1, $2, $3, $4, $5)',
    [actor.companyId, id, deskId, body.name, JSON.stringify(body.items)],
  )
  const template = await loadTemplate({ tx, actor }, id)
  record('checklist_template.saved', aboutTemplate(template), { name: template.name })
  return answer(template, { version: template.version })
})
