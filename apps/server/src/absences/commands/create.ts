import { absences } from '@deskhand/contract'
import { activeAmong } from '../../people/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField } from '../../platform/stop.ts'
import { readOne, todayFor } from '../queries/list.ts'
import { words } from '../words.ts'

export const create = handle(absences.create, async ({ tx, actor, body, record }) => {
  const { fromDate, untilDate, standInId = null, note = null } = body
  const today = await todayFor(tx)
  if (untilDate < today) throw refuseField('untilDate', words.past)
  if (standInId === actor.id) throw refuseField('standInId', words.yourself)
  if (standInId && (await activeAmong(tx, actor.companyId, [standInId])).size === 0) {
    throw refuseField('standInId', words.noSuchPerson)
  }
  // One at a time for a person, so that two that overlap cannot both pass the check.
  await tx.query('select from app.people where company_id = $1 and id = $2 for update', [
    actor.companyId,
    actor.id,
  ])
  const [overlap] = await tx.query(
    `select from app.absences where company_id = $1 and person_id = $2 and ended_at is null
       and from_date <= $4::date and until_date >= $3::date limit 1`,
    [actor.companyId, actor.id, fromDate, untilDate],
  )
  if (overlap) throw refuseField('fromDate', words.overlaps)
  const id = newId()
  await tx.run(
    `insert into app.absences (company_id, id, person_id, from_date, until_date, stand_in_id, note, created_at)
     values ($1, $2, $3, $4::date, $5::date, $6, $7, $8)`,
    [actor.companyId, id, actor.id, fromDate, untilDate, standInId, note, clock.now()],
  )
  record(
    'absence.entered',
    { type: 'absence', id, ref: actor.name, people: [actor.id, standInId] },
    { fromDate, untilDate, standInId },
  )
  return answer(await readOne(tx, id, today), { location: '/users/me/absences' })
})
