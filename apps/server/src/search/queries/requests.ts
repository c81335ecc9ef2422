import type { ReplyIn, search } from '@deskhand/contract'
import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { visibleTo } from '../../requests/access.ts'
import { mayRead, stateWord } from '../../requests/queries/columns.ts'
import type { Wanted } from '../rules.ts'

export type Hit = ReplyIn<typeof search.find>['data'][number]

const marks = 'StartSel=«, StopSel=», MaxWords=24, MinWords=10, ShortWord=2, MaxFragments=1'
/** The text around what was found; marks of its own would be taken for ours. */
const excerpt = (text: string) =>
  sql.raw(`ts_headline('app.words', translate(left(${text}, 20000), '«»', '""'), w.query, '${marks}')`)

/** Requests by title, description and what was written, as far as the caller may see it. */
export function findRequests(
  tx: Tx,
  actor: Actor,
  typed: string,
  wanted: Wanted,
  most: number,
): Promise<Hit[]> {
  const { words, beginning, isAlternative, reference, number } = wanted
  const whole = sql`websearch_to_tsquery('app.words', ${words})`
  const begun = sql`to_tsquery('app.words', ${`${beginning}:*`})`
  const query = !beginning
    ? whole
    : words.trim()
      ? sql`${whole} ${sql.raw(isAlternative ? '||' : '&&')} ${begun}`
      : begun
  const jump = sql`select r.id, 10::real from app.requests r where r.company_id = ${actor.companyId}
    and (r.reference_number = ${reference} or (r.number = ${number} and r.service_desk_id = any (array(
      select d.id from app.desks d where d.company_id = ${actor.companyId})))) and ${visibleTo(actor, 'r')}`
  return send<Hit>(
    tx,
    sql`
      with w as materialized (select ${query} as query),
      found as (
        select f.id, f.rank from w, app_priv.search_requests(w.query, ${typed}, ${most}) f
        ${reference || number !== null ? sql`union all (${jump})` : sql``}),
      best as (select f.id, max(f.rank) as rank from found f group by f.id order by 2 desc limit ${most})
      select 'request' as type, r.id, r.reference_number as ref, r.summary as title, r.status,
        ${stateWord()} as "stateWord", b.rank,
        case when numnode(w.query) = 0 then null
          when to_tsvector('app.words', left(r.description, 20000)) @@ w.query then ${excerpt('r.description')}
          else (select ${excerpt('c.message')} from app.request_activities c
            where c.company_id = r.company_id and c.request_id = r.id and c.words @@ w.query
              and ${mayRead(actor)}
            order by c.created_at desc limit 1) end as excerpt
      -- As an array as well: joined alone, a plan made for any company may read all of its requests to find these.
      from w, best b join app.requests r on r.company_id = ${actor.companyId} and r.id = b.id
        and r.id = any (array(select best.id from best))
      where r.deleted_at is null and ${visibleTo(actor, 'r')}
      order by b.rank desc, r.created_at desc`,
  )
}
