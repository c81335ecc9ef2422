import { forms } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadType } from '../queries/type.ts'
import { loadTemplate } from './removeTemplate.ts'
import { checkTemplate, readTemplate, refuseTaken } from './template.ts'

export const updateTemplate = handle(forms.updateTemplate, async ({ tx, actor, params, body, record }) => {
  const template = await loadTemplate(tx, params.id)
  const type = await loadType(tx, template.requestTypeId)
  await checkTemplate(tx, type.formVersionId, body.answers)
  await tx
    .run(
      `update app.request_templates set name = $3, summary = $4, description = $5, answers = $6
       where company_id = $1 and id = $2`,
      [actor.companyId, template.id, body.name, body.summary, body.description, JSON.stringify(body.answers)],
    )
    .catch(refuseTaken)
  record('form.template_saved', { type: 'request_type', id: type.id, ref: type.name }, { name: body.name })
  return readTemplate(tx, template.id)
})
