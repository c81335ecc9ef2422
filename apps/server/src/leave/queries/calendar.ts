import { leave, type ReplyOf } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { isHr, leaveKind } from '../access.ts'

type Rows = ReplyOf<typeof leave.calendar>['data']

/**
 * Colleagues of the same manager, that manager, and one's own people; for HR and admins everybody. A colleague reads
 * the days alone. What is confidential is not there for whoever may not see it.
 */
export const calendar = handle(leave.calendar, async ({ tx, platform, actor, query }) => {
  const { from, until, department = null } = query
  const seesAll = isHr(actor, await leaveKind({ tx, platform }))
  return { data: await readAway(tx, actor, { from, until, seesAll, department }) }
})

type Asked = { from: string; until: string; seesAll: boolean; department: string | null }

/** Who is away on these days, as this person may see it. */
const readAway = (tx: Tx, actor: Actor, { from, until, seesAll, department }: Asked): Promise<Rows> =>
  tx.query<Rows[number]>(select, [actor.companyId, actor.id, from, until, seesAll, department])

/**
 * Absences and leave of whoever is in `team`, on days that its `since` and `until` or these parameters name. What is
 * only asked for, and the kind of leave, is for those who know it of this person.
 */
export const spansOf = (since: string, until: string): string => `
    select t.place, a.person_id, a.from_date::text as from_date, a.until_date::text as until_date,
      false as is_asked, null as leave_type, null::uuid as request_id
    from app.absences a join team t on t.id = a.person_id
    where a.company_id = $1 and a.ended_at is null
      and a.from_date <= ${until}::date and a.until_date >= ${since}::date
    union all
    select t.place, l.person_id, l.from_date, l.until_date, l.state = 'ASKED', case when t.knows then l.leave_type end,
      case when t.knows then l.request_id end
    from app.leaves l join team t on t.id = l.person_id
    where l.company_id = $1 and (l.state = 'GRANTED' or (l.state = 'ASKED' and t.knows))
      and l.from_date <= ${until} and l.until_date >= ${since}`

const select = `
  with me as (select id, manager_id from app.people where company_id = $1 and id = $2),
  team as (
    select 1 as place, p.id, p.name, p.id = $2 as is_me, $5 or p.id = $2 or p.manager_id = $2 as knows
    from app.people p, me
    where p.company_id = $1 and p.deleted_at is null and p.state = 'ACTIVE'
      and ($6::text is null or lower(p.department) = lower($6))
      and ($5 or p.id = $2 or p.manager_id = $2 or p.id = me.manager_id or p.manager_id = me.manager_id)
    order by p.id <> $2, lower(p.name), p.id limit 1000),
  spans as (${spansOf('$3::text', '$4::text')})
  select t.id, t.name, t.is_me as "isMe", coalesce(json_agg(json_build_object('fromDate', s.from_date,
      'untilDate', s.until_date, 'isAsked', s.is_asked, 'leaveType', s.leave_type, 'requestId', s.request_id)
      order by s.from_date, s.until_date) filter (where s.person_id is not null), '[]') as away
  from team t left join spans s on s.person_id = t.id
  group by t.id, t.name, t.is_me
  having not $5 or t.is_me or count(s.person_id) > 0
  order by not t.is_me, lower(t.name), t.id`
