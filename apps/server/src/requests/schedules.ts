import type { DeskPeriods } from '@deskhand/contract'
import { type RawBuilder, sql } from 'kysely'
import { calendarFacts } from '../calendars/access.ts'
import { subtractWorkingDays } from '../platform/clock/workingTime.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { Schedule, Work } from '../platform/jobs/reaction.ts'
import { about, lockSome } from './access.ts'
import { closeAll } from './commands/close.ts'
import { moveBySystem } from './commands/move.ts'
import { words } from './words.ts'

/** So many at once, so that nobody waits long for their locks; the next run takes the rest. */
const batch = 500

type Run = Work & { zone: string; now: Date }

type Desk = { id: string } & Pick<DeskPeriods, 'closesAfterDays' | 'settlesAfterDays'>

/** Nothing has moved for so many working days, each desk's by its own calendar. */
async function stoodFor(tx: Tx, days: (desk: Desk) => number, now: Date): Promise<RawBuilder<boolean>> {
  const [calendars, desks] = await Promise.all([
    calendarFacts(tx),
    tx.query<Desk>(
      `select id, closes_after_days as "closesAfterDays", settles_after_days as "settlesAfterDays" from app.desks
       where company_id = $1`,
      [tx.whose.companyId],
    ),
  ])
  const ids = desks.map(({ id }) => id)
  const since = desks.map((desk) => subtractWorkingDays(now, days(desk), calendars.ofDesk(desk.id).hours))
  const latest = new Date(Math.max(...since.map((at) => at.getTime()), 0))
  return sql`requests.status_changed_at <= ${latest} and requests.status_changed_at <= (
    select d.since from unnest(${ids}::uuid[], ${since}::timestamptz[]) as d (id, since)
    where d.id = requests.service_desk_id)`
}

async function closeSettled({ db, tx, record, companyId, now }: Run): Promise<void> {
  const stood = await stoodFor(tx, ({ closesAfterDays }) => closesAfterDays, now)
  // What can still be contested stays open: its last day is a promise.
  const due = sql<boolean>`requests.closed_at is null and requests.status in ('RESOLVED', 'REJECTED')
    and ${stood} and (requests.status = 'RESOLVED' or requests.appeal_count > 0
      or requests.status_changed_at + desks.appeal_days * interval '24 hours' < ${now})`
  const settled = await lockSome(db, companyId, due, batch)
  if (settled.length > 0) await closeAll({ tx, record }, settled, null, 'timer')
}

async function settleSilent({ db, tx, record, companyId, now }: Run): Promise<void> {
  const stood = await stoodFor(tx, ({ settlesAfterDays }) => settlesAfterDays, now)
  const due = sql<boolean>`requests.closed_at is null and requests.status = 'ACTION_REQUIRED'
    and requests.open_mandatory_tasks = '{}'
    and ${stood}
    and not exists (select from app.journey_tasks t
      join app.requests child on child.company_id = t.company_id and child.id = t.request_id
      where t.company_id = requests.company_id and t.parent_id = requests.id and child.deleted_at is null
        and child.status not in ('RESOLVED', 'REJECTED'))`
  const silent = await lockSome(db, companyId, due, batch)
  for (const [days, those] of Map.groupBy(silent, ({ settlesAfterDays }) => settlesAfterDays))
    await moveBySystem({ tx, record }, those, {
      to: 'RESOLVED',
      resolutionCode: 'NO_RESPONSE',
      resolutionText: words.noResponse(days),
    })
}

/** Reminds whoever must answer of a question that stands for so many days; each of the reminders comes once. */
async function remind({ db, tx, record, companyId, now }: Run, days: number, nth: number): Promise<void> {
  const due = sql<boolean>`requests.closed_at is null and requests.status = 'ACTION_REQUIRED'
    and requests.question_reminders < ${nth} and ${await stoodFor(tx, () => days, now)}`
  const asked = await lockSome(db, companyId, due, batch)
  if (asked.length === 0) return
  const ids = asked.map(({ id }) => id)
  await tx.run(
    'update app.requests set question_reminders = $3 where company_id = $1 and id = any ($2::uuid[])',
    [companyId, ids, nth],
  )
  for (const request of asked) {
    const { status, question } = request
    record('request.reminded', about(request), { from: status, to: status, days, details: { question } })
  }
}

async function remindAsked(run: Run): Promise<void> {
  // The later first: what nobody looked at in between is told once.
  await remind(run, 5, 2)
  await remind(run, 2, 1)
}

async function wakeWaiting({ db, tx, record, companyId, now }: Run): Promise<void> {
  const due = sql<boolean>`requests.status = 'WAITING' and requests.wait_until <= ${now}`
  const waiting = await lockSome(db, companyId, due, batch)
  await moveBySystem({ tx, record }, waiting, { to: 'IN_PROGRESS', reason: words.woke })
}

export const schedules: Schedule[] = [
  { name: 'requests.close_settled', cron: '3 * * * *', run: closeSettled },
  { name: 'requests.settle_silent', cron: '8 * * * *', run: settleSilent },
  { name: 'requests.remind_asked', cron: '13 * * * *', run: remindAsked },
  { name: 'requests.wake_waiting', cron: '*/5 * * * *', run: wakeWaiting },
]
