import { type ReplyOf, requests } from '@deskhand/contract'
import { sql } from 'kysely'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { dayIn } from '../../platform/clock/workingTime.ts'
import { send } from '../../platform/db/send.ts'
import { Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'

/** One statement for all the numbers beside the views; more than 999 is not worth counting out. */
export const counts = handle(requests.counts, async ({ tx, actor, platform }) => {
  const now = clock.now()
  const today = dayIn((await deskFacts(platform, tx)).zone, now)
  const [row] = await send<{ text: string }>(
    tx,
    sql`
      with mine as (
        select json_build_object(
          'todo', ${capped(isInHand)},
          'waiting', ${capped(sql`r.status in ('WAITING', 'ACTION_REQUIRED') and r.snoozed_at is null`)},
          'snoozed', ${capped(sql`r.snoozed_at is not null`)},
          'doneToday', (select least(count(*), 999) from app.requests done
            where done.company_id = ${actor.companyId} and done.assigned_to_id = ${actor.id}
              and done.resolved_at >= ${today.from} and done.deleted_at is null)) as json
        from app.requests r
        where r.company_id = ${actor.companyId} and r.assigned_to_id = ${actor.id} and ${isOpen}),
      desks as (
        select json_build_object('serviceDeskId', d.id, 'code', d.code, 'name', d.name, 'open', n.open,
          'unassigned', n.unassigned, 'dueToday', n.due_today, 'atRisk', n.at_risk, 'overdue', n.overdue,
          'withRequester', n.with_requester, 'waiting', n.waiting, 'snoozed', n.snoozed, 'confidential', n.confidential) as json,
          d.display_order, d.code
        from app.desks d cross join lateral (
          select ${capped(sql`true`)} as open,
            ${capped(sql`r.assigned_to_id is null and r.snoozed_at is null`)} as unassigned,
            ${capped(sql`${isInHand} and r.sla_due_at >= ${now} and r.sla_due_at < ${today.until}`)} as due_today,
            ${capped(sql`${isInHand} and r.sla_due_at >= ${now} and r.sla_at_risk_at <= ${now}`)} as at_risk,
            ${capped(sql`${isInHand} and r.sla_due_at < ${now}`)} as overdue,
            ${capped(sql`r.status = 'ACTION_REQUIRED' and r.snoozed_at is null`)} as with_requester,
            ${capped(sql`r.status = 'WAITING' and r.snoozed_at is null`)} as waiting,
            ${capped(sql`r.snoozed_at is not null`)} as snoozed,
            ${capped(sql`r.is_confidential`)} as confidential
          from app.requests r
          where r.company_id = d.company_id and r.service_desk_id = d.id and ${isOpen}) n
        where d.company_id = ${actor.companyId} and d.is_active
          and (${actor.isAdmin} or d.id = any (${[...actor.desks.keys()]}::uuid[])))
      select json_build_object('mine', (select json from mine),
        'desks', coalesce((select json_agg(json order by display_order, code) from desks), '[]'))::text as text`,
  )
  return new Json<ReplyOf<typeof requests.counts>>(row?.text ?? '')
})

// What waits for somebody else is not late on account of the desk.
const isInHand = sql`r.status not in ('WAITING', 'ACTION_REQUIRED') and r.snoozed_at is null`
const isOpen = sql`r.deleted_at is null and r.closed_at is null and r.status not in ('RESOLVED', 'REJECTED')`
const capped = (condition: ReturnType<typeof sql>) => sql`least(count(*) filter (where ${condition}), 999)`
