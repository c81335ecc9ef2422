import { tasks } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import type { Template } from '../access.ts'
import { templateColumns, templateSources } from './columns.ts'

export const templates = handle(tasks.templates, async ({ tx, actor, query }) => {
  const data = await tx.query<Template>(
    `select ${templateColumns} from ${templateSources}
     where t.company_id = $1 and ($2::uuid is null or t.desk_id = $2) and (t.desk_id = any ($3::uuid[]) or $4)
     order by d.display_order, lower(t.name), t.id`,
    [actor.companyId, query.serviceDeskId ?? null, [...actor.desks.keys()], actor.isAdmin],
  )
  return { data }
})
