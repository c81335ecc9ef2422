import { requests } from '@deskhand/contract'
import { sql } from 'kysely'
import { clock } from '../../platform/clock/clock.ts'
import { send } from '../../platform/db/send.ts'
import { handle } from '../../platform/http/handle.ts'
import { named, noSuchRequest, visibleTo } from '../access.ts'
import { supervises } from '../queries/columns.ts'

/** One statement: nobody waits for a read mark, and many are set. */
export const markRead = handle(requests.markRead, async ({ tx, actor, params }) => {
  const marked = await send(
    tx,
    sql`insert into app.request_reads as seen (company_id, person_id, request_id, read_at)
      select r.company_id, ${actor.id}::uuid, r.id, ${clock.now()}::timestamptz from app.requests r
      where r.company_id = ${actor.companyId} and ${named(params.id, 'r')} and ${visibleTo(actor, 'r')}
        and (r.deleted_at is null or ${supervises(actor)})
      on conflict (company_id, person_id, request_id)
        do update set read_at = greatest(seen.read_at, excluded.read_at)
      returning request_id`,
  )
  if (marked.length === 0) throw noSuchRequest()
  return {}
})
