import { businessUnits } from '@deskhand/contract'
import { about, loadPerson } from '../../people/access.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { refuseField } from '../../platform/stop.ts'
import { readScopes } from '../queries/scopes.ts'
import { words } from '../words.ts'

/** Narrows somebody's desks; it holds from their next statement on, because the database itself looks (0195_scopes.sql). */
export const setScopes = handle(businessUnits.setScopes, async (inside) => {
  const { tx, actor, params, body, record } = inside
  const person = await loadPerson({ ...inside, ifMatch: null }, params.id)
  const before = await readScopes(tx, actor.companyId, person.id)
  const desks = new Set(before.map(({ serviceDeskId }) => serviceDeskId))
  if (body.scopes.some(({ serviceDeskId }) => !desks.has(serviceDeskId)))
    throw refuseField('scopes', words.notAtDesk)
  const units = body.scopes.flatMap(({ unitIds }) => unitIds)
  const known = await tx.query<{ id: string }>(
    'select id from app.business_units where company_id = $1 and id = any ($2::uuid[])',
    [actor.companyId, units],
  )
  if (known.length < new Set(units).size) throw refuseField('scopes', words.noSuchUnit)
  await tx.run(
    `with wanted as (
       select distinct s."serviceDeskId" as desk_id, unit_id
       from jsonb_to_recordset($3::jsonb) as s("serviceDeskId" uuid, "unitIds" uuid[]), unnest(s."unitIds") unit_id),
     gone as (
       delete from app.desk_scopes s where s.company_id = $1 and s.person_id = $2
         and (s.desk_id, s.unit_id) not in (select desk_id, unit_id from wanted))
     insert into app.desk_scopes (company_id, person_id, desk_id, unit_id)
     select $1, $2, desk_id, unit_id from wanted on conflict do nothing`,
    [actor.companyId, person.id, JSON.stringify(body.scopes)],
  )
  const after = await readScopes(tx, actor.companyId, person.id)
  const changes = changesBetween({ scopes: before }, { scopes: after })
  if (Object.keys(changes).length === 0) return answer({ data: after }, { unchanged: true })
  record('person.scope_changed', about(person), { scopes: after }, changes)
  return { data: after }
})
