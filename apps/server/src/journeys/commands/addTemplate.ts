import { journeys } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { aboutTemplate, loadTemplate, mustHold } from '../access.ts'

export const addTemplate = handle(journeys.addTemplate, async ({ tx, platform, actor, body, record }) => {
  const { kind, name, department, steps } = body
  await mustHold({ tx, platform }, body, null)
  const id = newId()
  await tx.run(
    `insert into app.journey_templates (company_id, id, kind, name, department, steps)
       values ($1, $2, $3, $4, $5, $6)`,
    [actor.companyId, id, kind, name, department, JSON.stringify(steps)],
  )
  const template = await loadTemplate({ tx, actor }, id)
  record('journey_template.saved', aboutTemplate(template), { name })
  return answer(template, { version: template.version })
})
