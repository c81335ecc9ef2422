import type { Tx } from '../platform/db/transaction.ts'

const options = (...labels: string[]) =>
  labels.map((label) => ({ value: label.toLowerCase().replaceAll(' ', '-'), label }))

/** Fields of the company's own, by the desk or the kind that they stand at, and on which requests something is in them. */
const fields = [
  {
    key: 'own_costObject',
    label: 'Cost object',
    help: 'As accounting writes it, such as CO-1204.',
    type: 'line',
  },
  { key: 'own_supplierCase', label: 'Case of the supplier', type: 'line', desk: 'IT', shownTo: 'EVERYBODY' },
  {
    key: 'own_building',
    label: 'Part of the building',
    type: 'choice',
    options: options('North wing', 'South wing', 'Quay'),
    desk: 'FACILITIES',
    shownTo: 'EVERYBODY',
    editedBy: 'EVERYBODY',
  },
  { key: 'own_wayMeasured', label: 'The way was measured', type: 'yesNo', kind: 'MOVE', isRequired: true },
]

/** What is in them: of every so many open requests, by their numbers. */
const values = [
  { key: 'own_costObject', every: 3, texts: ['CO-1204', 'CO-1310', 'CO-2207'] },
  { key: 'own_supplierCase', every: 5, texts: ['SR 4418-20', 'SR 4421-07'] },
  { key: 'own_building', every: 2, texts: ['North wing', 'South wing', 'Quay'] },
]

/** The fields of a company: where a desk or kind is missing, so is what stands there. */
export async function insertCustomFields(tx: Pick<Tx, 'run'>, companyId: string, at: Date): Promise<void> {
  await tx.run(insertFields, [companyId, at, JSON.stringify(fields)])
  await tx.run(insertValues, [companyId, JSON.stringify(values)])
}

const insertFields = `
  insert into app.custom_fields (company_id, id, key, label, help, type, options, desk_id, request_type_id, is_required,
    shown_to, edited_by, created_at, updated_at)
  select $1, overlay(overlay(md5($1::text || f.key) placing '8' from 13) placing '8' from 17)::uuid, f.key, f.label,
    f.help, f.type, coalesce(f.options, '[]'), d.id, t.id, coalesce(f."isRequired", false),
    coalesce(f."shownTo", 'STAFF'), coalesce(f."editedBy", 'STAFF'), $2, $2
  from jsonb_to_recordset($3::jsonb) as f(key text, label text, help text, type text, options jsonb, desk text, kind text,
    "isRequired" boolean, "shownTo" text, "editedBy" text)
  left join app.desks d on d.company_id = $1 and d.code = f.desk
  left join app.request_types t on t.company_id = $1 and t.kind = f.kind
  where (f.desk is null or d.id is not null) and (f.kind is null or t.id is not null)`

const insertValues = `
  insert into app.custom_field_values (company_id, request_id, field_id, value, text, updated_at)
  select $1, r.id, f.id, case when f.type = 'choice' then (
      select o -> 'value' from jsonb_array_elements(f.options) o where o ->> 'label' = said.text) else to_jsonb(said.text) end,
    said.text, r.updated_at
  from jsonb_to_recordset($2::jsonb) as v(key text, every int, texts text[])
  join app.custom_fields f on f.company_id = $1 and f.key = v.key
  join app.requests r on r.company_id = $1 and r.number % v.every = 0 and r.closed_at is null
    and (f.desk_id is null or f.desk_id = r.service_desk_id)
  cross join lateral (select v.texts[1 + r.number / v.every % cardinality(v.texts)] as text) said
  where r.status not in ('RESOLVED', 'REJECTED') and r.deleted_at is null`
