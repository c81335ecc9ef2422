import { type AnswerFile, type Answers, type FormDefinition, isAsked, Pin, rowsOf } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { isUuid } from '../../platform/ids.ts'
import { thingName, thingSources } from '../../request-assets/queries/readLinked.ts'

/** What answers point to, as far as it is there. */
export type References = {
  /** Names of people by their ids. */
  people: Record<string, string>
  sites: string[]
  departments: string[]
  /** Names of floor plans with their sites, by their ids. */
  plans: Record<string, string>
  /** Things by their ids, as far as whoever asks sees them. */
  assets: Record<string, { name: string; assetTag: string }>
  /** Files of the answers by their ids: waiting ones of the caller, and those of the request. */
  files: Record<string, AnswerFile>
}

type Named = Record<'people' | 'sites' | 'departments' | 'plans' | 'assets' | 'files', string[]>

const none: References = { people: {}, sites: [], departments: [], plans: {}, assets: {}, files: {} }

/** The ids and places that these answers name. */
export function namedIn(definition: FormDefinition, answers: Answers): Named {
  const named: Named = { people: [], sites: [], departments: [], plans: [], assets: [], files: [] }
  const take = (type: string, value: unknown) => {
    if (type === 'file' && Array.isArray(value)) named.files.push(...value.map(lower))
    const pin = type === 'pin' ? Pin.safeParse(value).data : undefined
    if (pin) named.plans.push(pin.planId.toLowerCase())
    if (typeof value !== 'string') return
    // What is no id is named by the check of its type.
    const id = isUuid(value.toLowerCase()) ? [value.toLowerCase()] : []
    if (type === 'person') named.people.push(...id)
    if (type === 'asset') named.assets.push(...id)
    if (type === 'site') named.sites.push(value)
    if (type === 'department') named.departments.push(value)
  }
  for (const field of definition.sections.flatMap(({ fields }) => fields).filter(isAsked)) {
    const value = answers[field.key]
    take(field.type, value)
    if (field.type !== 'lines') continue
    for (const row of rowsOf(value)) {
      for (const column of field.columns) take(column.type, row[column.key])
    }
  }
  return named
}

/** The things among them, as they are linked to the request. */
export const thingsIn = ({ assets }: References) =>
  Object.entries(assets).map(([id, { assetTag }]) => ({ id, assetTag }))

const lower = (id: unknown) => String(id).toLowerCase()

/** Looks up what the answers name, in one statement and only where they name something. */
export async function findReferences(
  tx: Tx,
  named: Named,
  personId: string,
  requestId: string | null,
): Promise<References> {
  if (Object.values(named).every((ids) => ids.length === 0)) return none
  const [found] = await tx.query<References>(select, [
    tx.whose.companyId,
    named.people,
    named.sites,
    named.departments,
    named.files,
    personId,
    requestId,
    named.plans,
    named.assets,
  ])
  return found ?? none
}

const fileJson = (f: string, preview: string) => `json_build_object('id', ${f}.id, 'fileName', ${f}.file_name,
  'fileSize', ${f}.file_size, 'mimeType', ${f}.mime_type, 'hasPreview', ${preview} is not null)`

const planName = `b.name || ', ' || f.name`
const assetJson = `json_build_object('name', ${thingName}, 'assetTag', a.asset_tag)`

const select = `select
  (select coalesce(json_object_agg(p.id, p.name), '{}') from app.people p
    where p.company_id = $1 and p.id = any ($2::uuid[]) and p.deleted_at is null) as people,
  (select coalesce(json_agg(distinct p.site), '[]') from app.people p
    where p.company_id = $1 and p.site = any ($3::text[]) and p.deleted_at is null) as sites,
  (select coalesce(json_agg(distinct p.department), '[]') from app.people p
    where p.company_id = $1 and p.department = any ($4::text[]) and p.deleted_at is null) as departments,
  (select coalesce(json_object_agg(f.id, ${planName}), '{}') from app.floor_plans f
    join app.business_units b on b.company_id = f.company_id and b.id = f.unit_id
    where f.company_id = $1 and f.id = any ($8::uuid[])) as plans,
  (select coalesce(json_object_agg(a.id, ${assetJson}), '{}') from app.assets a ${thingSources}
    where a.company_id = $1 and a.id = any ($9::uuid[]) and a.deleted_at is null) as assets,
  (select coalesce(json_object_agg(f.id, f.json), '{}') from (
    select s.id, ${fileJson('s', 's.preview_path')} as json from app.staged_files s
    where s.company_id = $1 and s.id = any ($5::uuid[]) and s.person_id = $6
    union all
    select a.id, ${fileJson('a', 'a.preview_path')} from app.attachments a
    where a.company_id = $1 and a.id = any ($5::uuid[]) and a.request_id = $7 and a.deleted_at is null
      and not a.is_internal) f) as files`

/** As `findReferences` finds them, for the stored answers of `app.requests r`: one JSON object. */
export const referencesColumn = `case when r.form_version_id is not null then (
  with ids as materialized (
    select (v #>> '{}')::uuid as id from jsonb_path_query(r.custom_fields,
      'strict $.** ? (@ like_regex "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$" flag "i")') v)
  select json_build_object(
    'people', coalesce((select json_object_agg(p.id, p.name) from ids join app.people p
      on p.company_id = r.company_id and p.id = ids.id), '{}'),
    'files', coalesce((select json_object_agg(a.id, ${fileJson('a', 'a.preview_path')}) from ids
      join app.attachments a on a.company_id = r.company_id and a.id = ids.id and a.request_id = r.id
        and a.deleted_at is null), '{}'),
    'plans', coalesce((select json_object_agg(f.id, ${planName}) from ids
      join app.floor_plans f on f.company_id = r.company_id and f.id = ids.id
      join app.business_units b on b.company_id = f.company_id and b.id = f.unit_id), '{}'),
    'assets', coalesce((select json_object_agg(a.id, ${assetJson}) from ids
      join app.assets a on a.company_id = r.company_id and a.id = ids.id ${thingSources}), '{}'),
    'sealed', coalesce((select json_agg(s.field) from app.request_secrets s
      where s.company_id = r.company_id and s.request_id = r.id), '[]'))) end`
