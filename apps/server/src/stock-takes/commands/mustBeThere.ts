import type { Tx } from '../../platform/db/transaction.ts'
import { refuseField } from '../../platform/stop.ts'
import type { Scope } from '../access.ts'
import { words } from '../words.ts'

/** Stops where a scope names a place, department or category, or somebody to count, that is not there. */
export async function mustBeThere(
  tx: Tx,
  { locationIds, departments, categoryIds }: Scope,
  assigneeIds: readonly string[] = [],
): Promise<void> {
  const [row] = await tx.query<{ places: number; categories: number; people: number; departments: number }>(
    count,
    [tx.whose.companyId, locationIds, categoryIds, assigneeIds, departments],
  )
  const distinct = (ids: readonly string[]) => new Set(ids.map((id) => id.toLowerCase())).size
  if (row?.places !== distinct(locationIds)) throw refuseField('locationIds', words.noSuchPlace)
  if (row.departments !== new Set(departments).size) throw refuseField('departments', words.noSuchDepartment)
  if (row.categories !== distinct(categoryIds)) throw refuseField('categoryIds', words.noSuchCategory)
  if (row.people !== distinct(assigneeIds)) throw refuseField('assigneeIds', words.noSuchPerson)
}

const count = `
  select (select count(*)::int from app.locations where company_id = $1 and id = any ($2::uuid[])) as places,
    (select count(*)::int from app.asset_categories where company_id = $1 and id = any ($3::uuid[])) as categories,
    (select count(distinct department)::int from app.people where company_id = $1 and department = any ($5::text[])) as departments,
    (select count(*)::int from app.people p where p.company_id = $1 and p.id = any ($4::uuid[]) and p.deleted_at is null
      and (p.is_admin or exists (select from app.desk_members m where m.company_id = p.company_id and m.person_id = p.id))) as people`
