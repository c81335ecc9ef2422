import { stockTakes } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'

export const departments = handle(stockTakes.departments, async ({ tx, actor }) => {
  const rows = await tx.query<{ name: string }>(
    `select distinct p.department as name from app.people p
     where p.company_id = $1 and p.department is not null and p.deleted_at is null
       and exists (select from app.assets a where a.company_id = p.company_id and a.person_id = p.id)
     order by 1 limit 500`,
    [actor.companyId],
  )
  return { data: rows.map(({ name }) => name) }
})
