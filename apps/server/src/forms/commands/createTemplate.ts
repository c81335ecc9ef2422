import { forms } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { loadType } from '../queries/type.ts'
import { checkTemplate, readTemplate, refuseTaken } from './template.ts'

export const createTemplate = handle(forms.createTemplate, async ({ tx, actor, params, body, record }) => {
  const type = await loadType(tx, params.id)
  await checkTemplate(tx, type.formVersionId, body.answers)
  const id = newId()
  await tx
    .run(
      `insert into app.request_templates (company_id, id, request_type_id, name, summary, description, answers,
         display_order)
       select $1, $2, $3, $4, $5, $6, $7, coalesce(max(display_order), -1) + 1
       from app.request_templates where company_id = $1 and request_type_id = $3`,
      [actor.companyId, id, type.id, body.name, body.summary, body.description, JSON.stringify(body.answers)],
    )
    .catch(refuseTaken)
  record('form.template_saved', { type: 'request_type', id: type.id, ref: type.name }, { name: body.name })
  return answer(await readTemplate(tx, id), { location: `/management/request-templates/${id}` })
})
