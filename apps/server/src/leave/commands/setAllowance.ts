import { leave } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField } from '../../platform/stop.ts'
import { leaveKind, leaveTypes, mustBeHr } from '../access.ts'
import { readAllowances } from '../queries/allowances.ts'
import { words } from '../words.ts'

export const setAllowance = handle(leave.setAllowance, async ({ tx, platform, actor, body, record }) => {
  const { leaveType, year, personId, days } = body
  const kind = await leaveKind({ tx, platform })
  mustBeHr(actor, kind)
  const types = (await leaveTypes({ tx, platform }, kind)).map(({ value }) => value)
  if (!types.includes(leaveType)) throw refuseField('leaveType', words.noSuchType(types))
  if (personId) {
    const [person] = await tx.query(
      'select from app.people where company_id = $1 and id = $2 and deleted_at is null',
      [actor.companyId, personId],
    )
    if (!person) throw refuseField('personId', words.noSuchPerson)
  }
  const key = [actor.companyId, leaveType, year, personId]
  const [before] = await tx.query<{ days: number }>(
    `delete from app.leave_allowances where company_id = $1 and leave_type = $2 and year = $3
       and person_id is not distinct from $4::uuid returning days::float8 as days`,
    key,
  )
  const id = newId()
  if (days !== null)
    await tx.run(
      `insert into app.leave_allowances (company_id, leave_type, year, person_id, id, days)
       values ($1, $2, $3, $4, $5, $6)`,
      [...key, id, days],
    )
  record(
    'leave.allowance_set',
    { type: 'leave_allowance', id, ref: `${leaveType} ${year}` },
    { leaveType, year, personId },
    { days: [before?.days ?? null, days] },
  )
  return { data: await readAllowances(tx) }
})
