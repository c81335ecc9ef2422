import { openAccount } from '../../identity/openAccount.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Open } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import type { Origin } from '../../platform/log/record.ts'
import { starterForms } from '../starter/forms/forms.ts'
import { starterCodes, starterDesks } from '../starter/starter.ts'
import { starterKinds } from '../starter/things.ts'

export type NewCompany = { name: string; slug: string; zone: string; locale: string }
export type FirstAdmin = {
  firstName: string
  lastName: string
  /** In the one form that the contract makes of an address. */
  email: string
  /** Known at once where the admin sets the installation up; otherwise an invitation asks for it. */
  passwordHash: string | null
  isSuperAdmin: boolean
}
export type CreatedCompany = { companyId: string; personId: string; accountId: string }

/**
 * The one way a company comes to be: with its first admin, the four desks and what can be asked of them.
 * First-run set-up, the platform's page and the command line all end here. Leaves the transaction, which
 * must be the sign-in role's, inside the new company.
 */
export async function createCompany(
  { tx, enter, record }: Open,
  company: NewCompany,
  admin: FirstAdmin,
  origin: Origin,
): Promise<CreatedCompany> {
  const companyId = newId()
  const personId = newId()
  const now = clock.now()
  const accountId = await openAccount(tx, { ...admin, name: `${admin.firstName} ${admin.lastName}` })
  await enter({ companyId, personId: null }, origin)
  await tx.run(
    `insert into app.companies (company_id, name, slug, zone, locale, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $6)`,
    [companyId, company.name, company.slug, company.zone, company.locale, now],
  )
  const state = admin.passwordHash === null ? 'INVITED' : 'ACTIVE'
  await Promise.all([
    tx.run(
      `insert into app.people (company_id, id, account_id, email, first_name, last_name, is_admin, state, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, true, $7, $8, $8)`,
      [companyId, personId, accountId, admin.email, admin.firstName, admin.lastName, state, now],
    ),
    tx.run(
      `insert into auth.memberships (company_id, account_id, person_id, state, created_at) values ($1, $2, $3, $4, $5)`,
      [companyId, accountId, personId, state, now],
    ),
    ...furnish(tx, companyId),
  ])
  record('company.created', { type: 'company', id: companyId, ref: company.name }, {})
  return { companyId, personId, accountId }
}

/** Desks, categories, forms, request types, codes, counters and kinds of things, one statement each. */
function furnish(tx: Tx, companyId: string): Promise<unknown>[] {
  const desks = starterDesks.map(({ categories, ...desk }, at) => ({
    id: newId(),
    ...desk,
    display_order: at,
    categories: categories.map((category, order) => ({ id: newId(), ...category, display_order: order })),
  }))
  const forms = Object.entries(starterForms).map(([kind, form]) => ({
    id: newId(),
    version_id: newId(),
    kind,
    ...form,
  }))
  const categories = desks.flatMap((desk) => desk.categories.map((one) => ({ desk_id: desk.id, ...one })))
  const types = categories.flatMap(({ id, desk_id, types }) =>
    types.map((type, at) => ({
      id: newId(),
      desk_id,
      category_id: id,
      kind: type.kind ?? null,
      form_id: forms.find(({ kind }) => kind === type.kind)?.id ?? null,
      name: type.name,
      description: type.description,
      promise: type.promise,
      icon: type.icon,
      sla_hours: type.slaHours,
      is_confidential: type.isConfidential ?? false,
      default_priority: type.priority ?? 'MEDIUM',
      display_order: at,
    })),
  )
  const codes = starterCodes.map(([code, name], at) => ({ id: newId(), code, name, display_order: at }))
  const insert = (sql: string, rows: object[]) => tx.run(sql, [companyId, JSON.stringify(rows)])
  return [
    insert(
      `insert into app.desks (company_id, id, code, name, prefix, description, promise, display_order)
       select $1, id, code, name, prefix, description, promise, display_order
       from jsonb_to_recordset($2::jsonb) as r(id uuid, code text, name text, prefix text, description text,
         promise text, display_order int)`,
      desks,
    ),
    insert(
      `insert into app.teams (company_id, id, desk_id, name)
       select $1, id, desk_id, name from jsonb_to_recordset($2::jsonb) as r(id uuid, desk_id uuid, name text)`,
      desks.flatMap(({ id, teams = [] }) => teams.map((name) => ({ id: newId(), desk_id: id, name }))),
    ),
    insert(
      `insert into app.categories (company_id, id, desk_id, name, description, icon, display_order)
       select $1, id, desk_id, name, description, icon, display_order
       from jsonb_to_recordset($2::jsonb) as r(id uuid, desk_id uuid, name text, description text, icon text,
         display_order int)`,
      categories,
    ),
    insert(
      `insert into app.forms (company_id, id, name)
       select $1, id, name from jsonb_to_recordset($2::jsonb) as r(id uuid, name text)`,
      forms,
    ),
    insert(
      `insert into app.form_versions (company_id, id, form_id, number, state, definition, published_at)
       select $1, version_id, id, 1, 'PUBLISHED', definition, now()
       from jsonb_to_recordset($2::jsonb) as r(id uuid, version_id uuid, definition jsonb)`,
      forms,
    ),
    insert(
      `update app.forms f set published_version_id = r.version_id
       from jsonb_to_recordset($2::jsonb) as r(id uuid, version_id uuid) where f.company_id = $1 and f.id = r.id`,
      forms,
    ),
    insert(
      `insert into app.request_types (company_id, id, desk_id, category_id, name, description, promise, icon,
         sla_hours, is_confidential, default_priority, display_order, kind, form_id)
       select $1, id, desk_id, category_id, name, description, promise, icon, sla_hours, is_confidential,
         default_priority, display_order, kind, form_id
       from jsonb_to_recordset($2::jsonb) as r(id uuid, desk_id uuid, category_id uuid, name text, description text,
         promise text, icon text, sla_hours int, is_confidential boolean, default_priority text, display_order int,
         kind text, form_id uuid)`,
      types,
    ),
    insert(
      `insert into app.resolution_codes (company_id, id, code, name, display_order)
       select $1, id, code, name, display_order
       from jsonb_to_recordset($2::jsonb) as r(id uuid, code text, name text, display_order int)`,
      codes,
    ),
    insert(
      `insert into app.counters (company_id, name)
       select $1, 'desk:' || id from jsonb_to_recordset($2::jsonb) as r(id uuid)`,
      desks,
    ),
    insert(
      `insert into app.asset_categories (company_id, id, name, tag_prefix, desk_id, icon, fields, requires_acceptance,
         policy_text, bears_data, depreciation, lifetime_months)
       select $1, id, name, tag_prefix, desk_id, icon, fields, policy_text is not null, policy_text, bears_data,
         nullif(depreciation, 'null'), lifetime_months
       from jsonb_to_recordset($2::jsonb) as r(id uuid, name text, tag_prefix text, desk_id uuid, icon text, fields jsonb,
         policy_text text, bears_data boolean, depreciation jsonb, lifetime_months int)`,
      starterKinds.map((kind) => ({
        id: newId(),
        desk_id: desks.find(({ code }) => code === kind.desk)?.id,
        name: kind.name,
        tag_prefix: kind.tagPrefix,
        icon: kind.icon,
        fields: kind.fields,
        policy_text: kind.policyText,
        bears_data: kind.bearsData,
        depreciation: kind.depreciation,
        lifetime_months: kind.lifetimeMonths,
      })),
    ),
  ]
}
