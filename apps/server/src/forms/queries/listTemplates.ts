import { forms, type ReplyOf } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { templateColumns } from './templates.ts'
import { loadType } from './type.ts'

type Template = ReplyOf<typeof forms.listTemplates>['data'][number]

export const listTemplates = handle(forms.listTemplates, async ({ tx, actor, params }) => {
  const { id } = await loadType(tx, params.id)
  const rows = await tx.query<{ template: Template }>(
    `select json_build_object(${templateColumns}) as template from app.request_templates m
     where m.company_id = $1 and m.request_type_id = $2 order by m.display_order, m.name`,
    [actor.companyId, id],
  )
  return { data: rows.map(({ template }) => template) }
})
