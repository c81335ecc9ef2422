import { forms } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { loadType } from '../queries/type.ts'
import { words } from '../words.ts'

type Held = { id: string; name: string; requestTypeId: string }

export const removeTemplate = handle(forms.removeTemplate, async ({ tx, actor, params, record }) => {
  const template = await loadTemplate(tx, params.id)
  const type = await loadType(tx, template.requestTypeId)
  await tx.run('delete from app.request_templates where company_id = $1 and id = $2', [
    actor.companyId,
    template.id,
  ])
  record(
    'form.template_removed',
    { type: 'request_type', id: type.id, ref: type.name },
    { name: template.name },
  )
  return {}
})

/** Prepared answers, locked until commit. */
export async function loadTemplate(tx: Tx, id: string): Promise<Held> {
  const [template] = isUuid(id.toLowerCase())
    ? await tx.query<Held>(
        `select id, name, request_type_id as "requestTypeId" from app.request_templates
         where company_id = $1 and id = $2 for update`,
        [tx.whose.companyId, id],
      )
    : []
  if (!template) throw new Stop('not_found', words.noSuchTemplate)
  return template
}
