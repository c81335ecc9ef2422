import { type CustomField, customFields } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { loadField } from '../access.ts'
import { aboutField, checkField } from './checkField.ts'

type Inside = { tx: Tx; actor: Actor; record: RecordEvent }

export const change = handle(customFields.change, async (inside) => {
  const { tx, params, body, ifMatch, platform } = inside
  const before = await loadField(tx, params.id, { lock: true, ifMatch })
  const after = Object.assign({ ...before }, body)
  checkField(after, await deskFacts(platform, tx))
  const isChanged = await write(inside, before, after)
  const field = await loadField(tx, before.id)
  return answer(field, { version: field.version, unchanged: !isChanged })
})

/** What is in it stays: a field that comes back comes back with it. */
export const retire = handle(customFields.retire, async (inside) => {
  const before = await loadField(inside.tx, inside.params.id, { lock: true, ifMatch: inside.ifMatch })
  return answer({}, { unchanged: !(await write(inside, before, { ...before, isActive: false })) })
})

async function write(
  { tx, actor, record }: Inside,
  before: CustomField,
  after: CustomField,
): Promise<boolean> {
  const { id: _, key: __, type: ___, valueCount: ____, version: _____, ...fields } = after
  const changes = changesBetween<object>(before, fields)
  if (Object.keys(changes).length === 0) return false
  await tx.run(update, [actor.companyId, before.id, JSON.stringify(after), clock.now()])
  // Another name for what a choice offers is the name of what was chosen.
  if ('options' in changes) await tx.run(rename, [actor.companyId, before.id, JSON.stringify(after.options)])
  record('custom_field.saved', aboutField(after), { name: after.label }, changes)
  return true
}

const update = `
  update app.custom_fields f set label = n.label, help = n.help, options = n.options, desk_id = n."serviceDeskId",
    request_type_id = n."requestTypeId", is_required = n."isRequired", shown_to = n."shownTo",
    edited_by = n."editedBy", retired_at = case when n."isActive" then null else coalesce(f.retired_at, $4) end,
    updated_at = $4, version = f.version + 1
  from jsonb_to_record($3::jsonb) as n(label text, help text, options jsonb, "serviceDeskId" uuid, "requestTypeId" uuid,
    "isRequired" boolean, "shownTo" text, "editedBy" text, "isActive" boolean)
  where f.company_id = $1 and f.id = $2`

const rename = `
  update app.custom_field_values v set text = o.label from jsonb_to_recordset($3::jsonb) as o(value text, label text)
  where v.company_id = $1 and v.field_id = $2 and v.value #>> '{}' = o.value and v.text <> o.label`
