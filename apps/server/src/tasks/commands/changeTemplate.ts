import { tasks } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { aboutTemplate, checkItems, checkName, loadTemplate } from '../access.ts'

export const changeTemplate = handle(
  tasks.changeTemplate,
  async ({ tx, actor, params, body, ifMatch, record }) => {
    const before = await loadTemplate({ tx, actor, ifMatch }, params.id, { lock: true })
    const { name = before.name, items = before.items } = body
    const changes = changesBetween<object>(before, { name, items })
    if (Object.keys(changes).length === 0) return answer(before, { version: before.version, unchanged: true })
    await checkName(tx, before.serviceDeskId, name, before.id)
    await checkItems(tx, before.serviceDeskId, items)
    await tx.run(
      `update app.checklist_templates set name = $3, items = $4, updated_at = $5, version = version + 1
       where company_id = $1 and id = $2`,
      [actor.companyId, before.id, name, JSON.stringify(items), clock.now()],
    )
    const template = await loadTemplate({ tx, actor }, before.id)
    record('checklist_template.saved', aboutTemplate(template), { name }, changes)
    return answer(template, { version: template.version })
  },
)
