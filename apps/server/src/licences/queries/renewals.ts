import { type LicenceRenewal, licences } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { todayOf } from '../access.ts'
import { termJson, totalOfTerm } from './columns.ts'

/** Of each term that is not over the next day that matters: notice while it can be given, renewal, end. */
export const renewals = handle(licences.renewals, async ({ tx, actor, query }) => {
  const { limit, from, until } = query
  const after = readCursor(query.cursor, { value: 'day', id: 'uuid' })
  const rows = await tx.query<{ renewal: LicenceRenewal; on: string }>(
    `select json_build_object('licence', json_build_object('id', l.id, 'name', l.name, 'publisher', l.publisher,
         'seats', l.seats, 'used', l.used),
       'owner', case when owner.id is not null then json_build_object('id', owner.id, 'name', owner.name) end,
       'term', ${termJson}, 'nextOn', n.next_on, 'next', case when n.next_on = n.notice_on then 'NOTICE'
         when n.next_on = n.renewal_on then 'RENEWAL' else 'END' end,
       'total', ${totalOfTerm}) as renewal, n.next_on::text as on
     from app.licence_terms t
     join app.licences l on l.company_id = t.company_id and l.id = t.licence_id and l.retired_at is null
     left join app.people owner on owner.company_id = l.company_id and owner.id = l.owner_id
     cross join lateral (select
       case when t.notice_by >= $2::date and t.notice_given_on is null then t.notice_by end as notice_on,
       case when t.renews_on >= $2::date and t.notice_given_on is null then t.renews_on end as renewal_on) d
     cross join lateral (select d.*, coalesce(least(d.notice_on, d.renewal_on, t.ends_on), t.renews_on) as next_on) n
     where t.company_id = $1 and t.state in ('PLANNED', 'ACTIVE', 'IN_NOTICE') and n.next_on is not null
       and ($3::date is null or n.next_on >= $3) and ($4::date is null or n.next_on <= $4)
       and ($5::date is null or (n.next_on, t.id) > ($5, $6::uuid))
     order by n.next_on, t.id limit $7`,
    [
      actor.companyId,
      await todayOf(tx),
      from ?? null,
      until ?? null,
      after?.value ?? null,
      after?.id ?? null,
      limit + 1,
    ],
  )
  const data = rows.slice(0, limit).map(({ renewal }) => renewal)
  const last = rows[limit - 1]
  const next = rows.length > limit && last ? cursorOf(last.on, last.renewal.term.id) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})
