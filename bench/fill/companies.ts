import { createCompany } from '../../apps/server/src/companies/commands/createCompany.ts'
import { transact } from '../../apps/server/src/platform/db/transaction.ts'
import { type Origin, openRecord } from '../../apps/server/src/platform/log/record.ts'
import type { Installation } from '../installation.ts'

export type Person = { id: string; accountId: string }
export type Desk = { id: string; code: string; technicians: Person[]; types: string[] }
/** A company as the measurements need it: who can ask for what, and who answers. */
export type Company = { id: string; desks: Desk[]; employees: Person[] }

const origin: Origin = { actorId: null, actorName: 'Benchmark', actorKind: 'platform' }

/** A company as the product makes one, with its four desks, this many employees, and technicians spread over the desks. */
export async function makeCompany(
  { pools }: Installation,
  name: string,
  { employees, technicians }: { employees: number; technicians: number },
): Promise<Company> {
  const slug = name.toLowerCase().replaceAll(' ', '-')
  const { record, write } = openRecord(() => origin)
  const id = await transact(
    pools.auth,
    { companyId: null, personId: null },
    async (tx) => {
      const { companyId } = await createCompany(
        { tx, db: tx.db, record, enter: (whose) => tx.enter(whose) },
        { name, slug, zone: 'Europe/Madrid', locale: 'en' },
        {
          firstName: 'First',
          lastName: 'Admin',
          email: `admin@${slug}.example`,
          passwordHash: null,
          isSuperAdmin: false,
        },
        origin,
      )
      await tx.run(insertPeople, [companyId, slug, employees + technicians, technicians])
      await tx.run(seatTechnicians, [companyId])
      return companyId
    },
    write,
  )
  return readCompany(pools, id)
}

const insertPeople = `
  with people as materialized (
    select uuidv7() as id, uuidv7() as account_id, n, n <= $4 as is_technician,
      (case when n <= $4 then 'technician' else 'employee' end) || n || '@' || $2 || '.example' as email
    from generate_series(1, $3::int) n),
  accounts as (
    insert into auth.accounts (id, email, name) select account_id, email, 'Person ' || n from people),
  memberships as (
    insert into auth.memberships (company_id, account_id, person_id, state)
    select $1, account_id, id, 'ACTIVE' from people)
  insert into app.people (company_id, id, account_id, email, first_name, last_name, department, site, job_title, state)
  select $1, id, account_id, email, 'Person', n::text, 'Department ' || n % 9, 'Site ' || n % 3,
    case when is_technician then 'Technician' else 'Employee' end, 'ACTIVE' from people`

const seatTechnicians = `
  insert into app.desk_members (company_id, person_id, desk_id, role)
  select $1, p.id, d.id, 'TECHNICIAN'
  from app.people p join app.desks d on d.company_id = p.company_id
  where p.company_id = $1 and p.job_title = 'Technician' and d.display_order = p.last_name::int % 4`

export async function readCompany(pools: Installation['pools'], id: string): Promise<Company> {
  const [desks, people] = await transact(pools.auth, { companyId: id, personId: null }, (tx) =>
    Promise.all([
      tx.query<{ id: string; code: string; types: string[] }>(
        `select d.id, d.code, array(select t.id from app.request_types t
           where t.form_id is null and t.company_id = d.company_id and t.desk_id = d.id and not t.is_confidential order by t.id) as types
         from app.desks d where d.company_id = $1 order by d.display_order`,
        [id],
      ),
      tx.query<Person & { deskId: string | null; isAdmin: boolean }>(
        `select p.id, p.account_id as "accountId", m.desk_id as "deskId" from app.people p
         left join app.desk_members m on m.company_id = p.company_id and m.person_id = p.id
         where p.company_id = $1 and not p.is_admin order by p.id`,
        [id],
      ),
    ]),
  )
  const pick = ({ id, accountId }: Person): Person => ({ id, accountId })
  return {
    id,
    desks: desks.map((desk) => ({
      ...desk,
      technicians: people.filter(({ deskId }) => deskId === desk.id).map(pick),
    })),
    employees: people.filter(({ deskId }) => deskId === null).map(pick),
  }
}

/** Its first admin, as if they had accepted the invitation. */
export async function readAdmin({ asSuperuser }: Installation, { id }: Company): Promise<Person> {
  await asSuperuser(`update app.people set state = 'ACTIVE' where company_id = '${id}' and is_admin`)
  await asSuperuser(`update auth.memberships m set state = 'ACTIVE' from app.people p
    where m.company_id = '${id}' and p.company_id = m.company_id and p.id = m.person_id and p.is_admin`)
  const [admin] = await asSuperuser<Person>(
    `select id, account_id as "accountId" from app.people where company_id = '${id}' and is_admin`,
  )
  if (!admin) throw new Error('A company without an admin.')
  return admin
}
