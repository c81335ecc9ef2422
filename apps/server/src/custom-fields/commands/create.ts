import { customFields } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { loadField } from '../access.ts'
import { keyOf } from '../rules.ts'
import { words } from '../words.ts'
import { aboutField, checkField } from './checkField.ts'

const most = 100

export const create = handle(customFields.create, async ({ tx, actor, body, record, platform }) => {
  const key = body.key ?? keyOf(body.label)
  checkField(body, await deskFacts(platform, tx))
  const id = newId()
  const [made] = await tx.query<{ count: number; isNew: boolean }>(insert, [
    actor.companyId,
    JSON.stringify({ ...body, id, key }),
    clock.now(),
  ])
  if (!made?.isNew) throw new Stop('conflict', words.taken(key))
  if (made.count >= most) throw new Stop('conflict', words.tooMany(most))
  const field = await loadField(tx, id)
  record('custom_field.saved', aboutField(field), { name: field.label }, { created: [null, field] })
  return answer(field, { version: 1, location: '/management/custom-fields' })
})

const insert = `
  with made as (
    insert into app.custom_fields (company_id, created_at, updated_at, id, key, type, label, help, options, desk_id,
      request_type_id, is_required, shown_to, edited_by)
    select $1, $3, $3, f.* from jsonb_to_record($2::jsonb) as f(id uuid, key text, type text, label text, help text,
      options jsonb, "serviceDeskId" uuid, "requestTypeId" uuid, "isRequired" boolean, "shownTo" text, "editedBy" text)
    on conflict (company_id, key) do nothing returning id)
  select exists (select from made) as "isNew",
    (select count(*)::int from app.custom_fields where company_id = $1) as count`
