import { requests } from '@deskhand/contract'
import { sql } from 'kysely'
import { clock } from '../../platform/clock/clock.ts'
import { send } from '../../platform/db/send.ts'
import { type Inside as Given, handle } from '../../platform/http/handle.ts'
import { named, noSuchRequest, visibleTo } from '../access.ts'
import { supervises, worksOn } from '../queries/columns.ts'

type Marked = { id: string; activityId: string | null; by: 'desk' | 'requester'; at: string | null }

/**
 * One statement: nobody waits for a read mark, and many are set. Whoever is of the desk, or asked for it, tells the other
 * side how far theirs has read; the moment is that of the first reading, so that looking again, or reading a note,
 * shows nothing.
 */
export const markRead = handle(requests.markRead, async (inside) => {
  await readUpToNow(inside, inside.params.id)
  return {}
})

type Inside = Pick<Given, 'tx' | 'actor' | 'platform' | 'afterCommit'>

export async function readUpToNow({ tx, actor, platform, afterCommit }: Inside, id: string): Promise<void> {
  const [marked] = await send<Marked>(
    tx,
    sql`with r as (
        select r.company_id, r.id, ${worksOn(actor)} as works_on,
          (r.requester_id = ${actor.id} or (r.created_by_id = ${actor.id} and not ${worksOn(actor)})) as asked
        from app.requests r
        where r.company_id = ${actor.companyId} and ${named(id, 'r')} and ${visibleTo(actor, 'r')}
          and (r.deleted_at is null or ${supervises(actor)})),
      mark as (
        insert into app.request_reads as seen (company_id, person_id, request_id, read_at)
        select r.company_id, ${actor.id}::uuid, r.id, ${clock.now()}::timestamptz from r
        on conflict (company_id, person_id, request_id)
          do update set read_at = greatest(seen.read_at, excluded.read_at)),
      newest as (
        select a.id, a.created_at from r
        join app.request_activities a on a.company_id = r.company_id and a.request_id = r.id
        where (r.works_on or r.asked) and a.activity_type = 'COMMENT' and not a.is_internal
          and r.asked = (coalesce(a.author_role, 'Requester') <> 'Requester')
        order by a.created_at desc, a.id desc limit 1),
      told as (
        insert into app.request_seen as s (company_id, request_id, side, activity_id, written_at, at)
        select r.company_id, r.id, case when r.asked then 'requester' else 'desk' end, newest.id, newest.created_at,
          ${clock.now()}::timestamptz
        from r, newest
        on conflict (company_id, request_id, side)
          do update set activity_id = excluded.activity_id, written_at = excluded.written_at, at = excluded.at
          where s.written_at < excluded.written_at
        returning activity_id, side, at)
      select r.id, told.activity_id as "activityId", told.side as by, to_json(told.at) #>> '{}' as at
      from r left join told on true`,
  )
  if (!marked) throw noSuchRequest()
  const { id: requestId, activityId, by, at } = marked
  if (activityId && at) {
    afterCommit(() => platform.board.read({ companyId: actor.companyId, requestId, by, activityId, at }))
  }
}
