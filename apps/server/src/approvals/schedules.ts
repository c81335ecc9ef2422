import { PolicyStep } from '@deskhand/contract'
import { sql } from 'kysely'
import { todayIn } from '../absences/access.ts'
import type { Schedule, Work } from '../platform/jobs/reaction.ts'
import { lockSome } from '../requests/access.ts'
import { aboutWith, hoursAfter, hoursOf } from './access.ts'
import { carryOn } from './carryOn.ts'

/** So many at once; the next run takes the rest. */
const batch = 100

type Run = Work & { now: Date }

/** Rounds that time has something to do with. Each is its own small story, so they go one after the other. */
async function carry({ db, tx, record, companyId, now }: Run): Promise<void> {
  const { zone } = await hoursOf(tx)
  const due = sql<boolean>`requests.id in (
    select v.request_id from app.approval_votes v
      where v.company_id = ${companyId} and v.state = 'PENDING' and v.expires_at <= ${now} and v.stuck_at is null
    union
    select v.request_id from app.approval_votes v join app.away a on a.company_id = v.company_id
        and a.person_id = v.person_id and a.stand_in_id is not null
        and ${todayIn(zone, now)}::text between a.from_date and a.until_date
      where v.company_id = ${companyId} and v.state = 'PENDING'
    union
    select a.request_id from app.approval_steps s join app.approvals a on a.company_id = s.company_id
        and a.id = s.approval_id and a.status = 'PENDING'
      where s.company_id = ${companyId} and s.status = 'ACTIVE' and s.is_stuck)`
  for (const request of await lockSome(db, companyId, due, batch)) await carryOn({ tx, record }, request)
}

type Due = { id: string; approvalId: string; requestId: string; personId: string; definition: unknown }

/** Reminds of what waits, once for each time that comes; the next time is set in the same transaction. */
async function remind({ db, tx, record, companyId, now }: Run): Promise<void> {
  const due = sql<boolean>`requests.status = 'IN_REVIEW' and requests.id in (select v.request_id from app.approval_votes v
    where v.company_id = ${companyId} and v.state = 'PENDING' and v.remind_at <= ${now})`
  const requests = await lockSome(db, companyId, due, batch)
  if (requests.length === 0) return
  const votes = await tx.query<Due>(
    `select v.id, v.approval_id as "approvalId", v.request_id as "requestId", v.person_id as "personId", s.definition
     from app.approval_votes v join app.approval_steps s on s.company_id = v.company_id and s.id = v.step_id
     where v.company_id = $1 and v.request_id = any ($2::uuid[]) and v.state = 'PENDING' and v.remind_at <= $3`,
    [companyId, requests.map(({ id }) => id), now],
  )
  const hours = await hoursOf(tx)
  const next = votes.map(({ id, definition }) => {
    const { remindHours } = PolicyStep.parse(definition)
    return { id, at: remindHours === null ? null : hoursAfter(hours, now, remindHours) }
  })
  await tx.run(
    `update app.approval_votes v set remind_at = n.at, reminded_at = $3
     from jsonb_to_recordset($2::jsonb) as n(id uuid, at timestamptz) where v.company_id = $1 and v.id = n.id`,
    [companyId, JSON.stringify(next), now],
  )
  for (const request of requests) {
    const mine = votes.filter(({ requestId }) => requestId === request.id)
    const personIds = mine.map(({ personId }) => personId)
    const [first] = mine
    if (!first) continue
    record('approval.reminded', aboutWith(request, personIds), {
      approvalId: first.approvalId,
      voteIds: mine.map(({ id }) => id),
      personIds,
    })
  }
}

export const schedules: Schedule[] = [
  { name: 'approvals.carry_on', cron: '*/10 * * * *', run: carry },
  { name: 'approvals.remind', cron: '*/10 * * * *', run: remind },
]
