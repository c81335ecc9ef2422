import { journeys } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { aboutTemplate, loadTemplate, mustHold } from '../access.ts'

export const changeTemplate = handle(
  journeys.changeTemplate,
  async ({ tx, platform, actor, params, body, ifMatch, record }) => {
    const before = await loadTemplate({ tx, actor, ifMatch }, params.id, { lock: true })
    const { name = before.name, department = before.department, steps = before.steps } = body
    const changes = changesBetween<object>(before, { name, department, steps })
    if (Object.keys(changes).length === 0) return answer(before, { version: before.version, unchanged: true })
    await mustHold({ tx, platform }, { kind: before.kind, department, steps }, before.id)
    await tx.run(
      `update app.journey_templates
       set name = $3, department = $4, steps = $5, updated_at = $6, version = version + 1
       where company_id = $1 and id = $2`,
      [actor.companyId, before.id, name, department, JSON.stringify(steps), clock.now()],
    )
    const template = await loadTemplate({ tx, actor }, before.id)
    record('journey_template.saved', aboutTemplate(template), { name }, changes)
    return answer(template, { version: template.version })
  },
)
