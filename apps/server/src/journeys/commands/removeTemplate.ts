import { journeys } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { aboutTemplate, loadTemplate } from '../access.ts'

export const removeTemplate = handle(
  journeys.removeTemplate,
  async ({ tx, actor, params, ifMatch, record }) => {
    const template = await loadTemplate({ tx, actor, ifMatch }, params.id, { lock: true })
    await tx.run('delete from app.journey_templates where company_id = $1 and id = $2', [
      actor.companyId,
      template.id,
    ])
    const { name, steps } = template
    record('journey_template.deleted', aboutTemplate(template), { name }, { steps: [steps, null] })
    return {}
  },
)
