import { type AnswerValue, asAsked, type CustomField, fieldFaults, isBlank } from '@deskhand/contract'
import { activeAmong } from '../people/access.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import { Stop } from '../platform/stop.ts'
import { fieldColumns } from './queries/columns.ts'
import { words } from './words.ts'

/** Where a field of a company stands is where these say. */
export type Standing = { id: string; serviceDeskId: string; requestTypeId: string | null }

const prefix = 'own_'
const isOwn = (key: string) => key.startsWith(prefix)

/** What of these belongs to the company's own fields, and what to the form. */
export function partFields<Value>(given: Readonly<Record<string, Value>>): {
  own: Record<string, Value>
  others: Record<string, Value>
} {
  const entries = Object.entries(given)
  return {
    own: Object.fromEntries(entries.filter(([key]) => isOwn(key))),
    others: Object.fromEntries(entries.filter(([key]) => !isOwn(key))),
  }
}

/** A field of the company; `lock` for a change. */
export async function loadField(
  tx: Tx,
  id: string,
  { lock = false, ifMatch = null }: { lock?: boolean; ifMatch?: readonly string[] | null } = {},
): Promise<CustomField> {
  const [field] = isUuid(id.toLowerCase())
    ? await tx.query<CustomField>(
        `select ${fieldColumns} from app.custom_fields f where f.company_id = $1 and f.id = $2 ${lock ? 'for update of f' : ''}`,
        [tx.whose.companyId, id.toLowerCase()],
      )
    : []
  if (!field) throw new Stop('not_found', words.noSuchField)
  if (ifMatch && !ifMatch.includes(String(field.version)))
    throw new Stop('stale', words.stale, { current: field })
  return field
}

type Stored = { value: AnswerValue; text: string }
/** A field as a request has it: with what is in it, if anything. */
export type Held = Pick<
  CustomField,
  'id' | 'key' | 'label' | 'help' | 'type' | 'options' | 'isRequired' | 'shownTo' | 'editedBy'
> & { stored: Stored | null }

/** The fields that stand on a request, with what of them row-level security lets the caller read. */
export const fieldsOf = (tx: Tx, request: Standing): Promise<Held[]> =>
  tx.query<Held>(
    `select f.id, f.key, f.label, f.help, f.type, f.options, f.is_required as "isRequired", f.shown_to as "shownTo",
       f.edited_by as "editedBy", case when v.field_id is not null then json_build_object('value', v.value, 'text',
         coalesce((select p.name from app.people p where f.type = 'person' and p.company_id = v.company_id
           and p.id::text = v.value #>> '{}'), v.text)) end as stored
     from app.custom_fields f left join app.custom_field_values v
       on v.company_id = f.company_id and v.field_id = f.id and v.request_id = $2
     where f.company_id = $1 and f.retired_at is null and (f.desk_id is null or f.desk_id = $3)
       and (f.request_type_id is null or f.request_type_id = $4) order by f.created_at, f.id`,
    [tx.whose.companyId, request.id, request.serviceDeskId, request.requestTypeId],
  )

/** Stops where a field that the desk must fill in is empty. Every move to RESOLVED but a withdrawal asks this. */
export async function mustBeFilledIn(tx: Tx, request: Standing): Promise<void> {
  const empty = await tx.query<{ key: string; label: string }>(
    `select f.key, f.label from app.custom_fields f
     where f.company_id = $1 and f.retired_at is null and f.is_required
       and (f.desk_id is null or f.desk_id = $3) and (f.request_type_id is null or f.request_type_id = $4)
       and not exists (select from app.custom_field_values v
         where v.company_id = f.company_id and v.field_id = f.id and v.request_id = $2) order by f.id`,
    [tx.whose.companyId, request.id, request.serviceDeskId, request.requestTypeId],
  )
  if (empty.length === 0) return
  throw new Stop('rule', words.fillFirst(empty.map(({ label }) => label)), {
    errors: empty.map(({ key, label }) => ({
      pointer: `/customFields/${key}`,
      message: words.fillOne(label),
    })),
  })
}

/** What does not fit, by the rules of a form's fields; `today` where the company is. */
export async function checkValues(
  tx: Tx,
  wanted: readonly (readonly [Held, AnswerValue])[],
  today: string,
): Promise<void> {
  const filled = wanted.filter(([, value]) => !isBlank(value))
  const faults = filled.flatMap(([field, value]) => fieldFaults(asAsked(field), value, {}, today))
  const people = filled.flatMap(([{ type }, value]) =>
    type === 'person' ? [String(value).toLowerCase()] : [],
  )
  const known = people.length > 0 ? await activeAmong(tx, tx.whose.companyId ?? '', people) : new Set()
  const strangers = filled
    .filter(([{ type }, value]) => type === 'person' && !known.has(String(value).toLowerCase()))
    .map(([{ key }]) => ({ path: [key], message: words.noSuchPerson }))
  refuseFields([...faults, ...strangers].map(({ path, message }) => [String(path[0]), message]))
}

/** A field in use, as far as a value for it, or a comparison with it, can be judged. */
export type Usable = Pick<CustomField, 'key' | 'label' | 'help' | 'type' | 'options'>

/** Of these keys the fields in use, at one desk or at any; what they hold is not looked at. */
export async function usableFields(
  tx: Tx,
  keys: readonly string[],
  deskId: string | null,
): Promise<Map<string, Usable>> {
  const own = keys.filter(isOwn)
  if (own.length === 0) return new Map()
  const fields = await tx.query<Usable>(
    `select f.key, f.label, f.help, f.type, f.options from app.custom_fields f
     where f.company_id = $1 and f.key = any ($2::text[]) and f.retired_at is null
       and ($3::uuid is null or f.desk_id is null or f.desk_id = $3)`,
    [tx.whose.companyId, own, deskId],
  )
  return new Map(fields.map((field) => [field.key, field]))
}

/** Which of these name no field in use, by its key, with or without its prefix, or by its label. */
export async function namesNoField(tx: Tx, named: readonly string[]): Promise<string[]> {
  if (named.length === 0) return []
  const rows = await tx.query<{ name: string }>(
    `select n.name from unnest($2::text[]) with ordinality n(name, place)
     where not exists (select from app.custom_fields f where f.company_id = $1 and f.retired_at is null
       and lower(n.name) in (lower(f.label), lower(f.key), lower(substr(f.key, 5)))) order by n.place`,
    [tx.whose.companyId, named],
  )
  return rows.map(({ name }) => name)
}

/** What of these own fields is not there or of another type, where something is written down to be filled in later. */
export async function faultsOfOwn(
  tx: Tx,
  given: Readonly<Record<string, AnswerValue>>,
  deskId: string | null,
): Promise<[key: string, message: string][]> {
  const own = Object.entries(partFields(given).own)
  const fields = await usableFields(
    tx,
    own.map(([key]) => key),
    deskId,
  )
  const people = own.flatMap(([key, value]) =>
    fields.get(key)?.type === 'person' && isUuid(String(value).toLowerCase())
      ? [String(value).toLowerCase()]
      : [],
  )
  const known = people.length > 0 ? await activeAmong(tx, tx.whose.companyId ?? '', people) : new Set()
  return own.flatMap(([key, value]): [string, string][] => {
    const field = fields.get(key)
    if (!field) return [[key, words.noSuchOwn(key)]]
    if (isBlank(value)) return []
    // Only bounds need a day, and these fields have none.
    const [fault] = fieldFaults(asAsked(field), value, {}, '')
    if (fault) return [[key, fault.message]]
    const isStranger = field.type === 'person' && !known.has(String(value).toLowerCase())
    return isStranger ? [[key, words.noSuchPerson]] : []
  })
}

/** Stops with 422 and a pointer for each, where there are any. */
export function refuseFields(faults: readonly (readonly [key: string, message: string])[]): void {
  const [first] = faults
  if (!first) return
  throw new Stop('rule', first[1], {
    errors: faults.map(([key, message]) => ({ pointer: `/customFields/${key}`, message })),
  })
}
