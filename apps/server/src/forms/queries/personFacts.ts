import { comparisonsIn, type FormDefinition, isAsked, type PersonFacts } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'

/** What forms may know of a person: everything where there is nobody of this id. */
export async function personFacts(tx: Tx, personId: string): Promise<PersonFacts> {
  const [row] = await tx.query<{ facts: PersonFacts }>(
    `select json_build_object('name', p.name, 'email', p.email, 'phone', p.phone, 'jobTitle', p.job_title,
       'department', p.department, 'site', p.site, 'managerId', p.manager_id,
       'isManager', exists (select from app.people r where r.company_id = p.company_id and r.manager_id = p.id
         and r.deleted_at is null)) as facts
     from app.people p where p.company_id = $1 and p.id = $2`,
    [tx.whose.companyId, personId],
  )
  return row?.facts ?? {}
}

/** Whether a form decides anything by the person; most do not, and need not look. */
export const readsFacts = (definition: FormDefinition): boolean =>
  definition.sections
    .flatMap(({ showWhen, fields }) => [
      showWhen,
      ...fields.flatMap((field) => [field.showWhen, isAsked(field) ? field.requireWhen : undefined]),
    ])
    .some((condition) => condition && comparisonsIn(condition).some(({ fact }) => fact !== undefined))
