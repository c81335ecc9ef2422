import { type ReplyOf, search } from '@deskhand/contract'
import { sql } from 'kysely'
import { send } from '../../platform/db/send.ts'
import { handle } from '../../platform/http/handle.ts'
import { visibleTo } from '../../requests/access.ts'
import { stateWord } from '../../requests/queries/columns.ts'

type Recent = ReplyOf<typeof search.recent>['data'][number]

/** Requests by when the caller read them last; what they may not see any more is left out. */
export const recent = handle(search.recent, async ({ tx, actor, query }) => ({
  data: await send<Recent>(
    tx,
    sql`
      select 'request' as type, r.id, r.reference_number as ref, r.summary as title, r.status,
        ${stateWord()} as "stateWord", to_json(m.read_at) #>> '{}' as "readAt"
      from app.request_reads m join app.requests r on r.company_id = m.company_id and r.id = m.request_id
      where m.company_id = ${actor.companyId} and m.person_id = ${actor.id} and r.deleted_at is null
        and ${visibleTo(actor, 'r')}
      order by m.read_at desc, r.id limit ${query.limit}`,
  ),
}))
