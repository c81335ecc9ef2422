import { seatsOf, standInsFor, todayIn } from '../../absences/access.ts'
import { hoursOf, seersAmong } from '../../approvals/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Sample } from '../rules.ts'
import type { Approver, Found } from './findApprovers.ts'

/** Who decides instead of whom today, as a round would give their seats on; in confidence only who may read it anyway. */
export async function standInsOf(
  tx: Tx,
  found: readonly Found[],
  { requesterId, createdById, deskId: serviceDeskId }: Sample,
  isConfidential: boolean,
): Promise<Map<string, Approver>> {
  const ids = found.flatMap(({ approvers }) => approvers.map(({ id }) => id))
  const standIns = await standInsFor(tx, ids, todayIn((await hoursOf(tx)).zone, clock.now()))
  const others = [...standIns.values()]
  if (others.length === 0) return new Map()
  const subject = { id: newId(), requesterId, accessIncludesDesk: true, serviceDeskId }
  const [people, seers] = [
    await tx.query<Approver>(
      'select id, name, department, site from app.people where company_id = $1 and id = any ($2::uuid[])',
      [tx.whose.companyId, others],
    ),
    isConfidential ? await seersAmong(tx, subject, others) : null,
  ]
  const byId = new Map(people.map((person) => [person.id, person]))
  const seats = seatsOf(ids, standIns, new Set([...ids, requesterId, createdById]), seers)
  return new Map(
    [...seats].flatMap(([id, standIn]) => {
      const person = byId.get(standIn)
      return person ? [[id, person] as const] : []
    }),
  )
}
