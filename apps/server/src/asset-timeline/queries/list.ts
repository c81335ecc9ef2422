import { assetTimeline, type TimelineEntry, type TimelineKind } from '@deskhand/contract'
import { sql } from 'kysely'
import { loadAsset } from '../../assets/access.ts'
import { readStream } from '../../assets/queries/events.ts'
import { send } from '../../platform/db/send.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { visibleTo } from '../../requests/access.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'

type Row = Pick<TimelineEntry, (typeof elsewhere)[number]> & {
  kind: TimelineKind
  eventId: string | null
  at: string
  tie: string
}

/** What is kept of a thing beyond its events; every line has one of them or an event. */
const elsewhere = ['request', 'cost', 'licence', 'part', 'inventory'] as const
/** The columns of `elsewhere` of lines that say only this. */
const only = (column: (typeof elsewhere)[number] | null, said = sql`null::jsonb`) =>
  sql.join(elsewhere.map((one) => sql`${one === column ? said : sql`null::jsonb`} as ${sql.id(one)}`))

/** What is in which part of the ledger, by the name of its event. */
const kinds = sql`case
  when e.name in ('asset.checked_out', 'asset.checked_in', 'asset.transferred', 'asset.hand_over_undone',
    'asset.confirmed', 'asset.disputed', 'asset.return_asked') then 'CUSTODY'
  when e.name in ('asset.accepted', 'asset.declined', 'asset.acceptance_expired') then 'ACCEPTANCE'
  when e.name in ('asset.related', 'asset.unrelated') then 'RELATION'
  else 'CHANGE' end`

/**
 * The places where something is kept of a thing are laid over each other in the order of time; equal moments by a hash,
 * so that a page ends at one row. Confidential requests are left out for everybody, as in `request-assets`.
 */
export const list = handle(assetTimeline.list, async (inside) => {
  const { tx, actor, params, query } = inside
  const asset = await loadAsset(inside, params.id)
  const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
  const company = sql`${actor.companyId}::uuid`
  const id = sql`${asset.id}::uuid`
  const rows = await send<Row>(
    tx,
    sql`with all_of as (
      select e.at, 'event' || e.id as key, ${kinds} as kind, e.id::text as "eventId", ${only(null)}
      from app.events e where e.company_id = ${company} and e.subject_id = ${id} and e.subject_type = 'asset'
      union all
      select l.linked_at, 'request' || r.id, 'REQUEST', null, ${only(
        'request',
        sql`jsonb_build_object('id', r.id, 'referenceNumber', r.reference_number, 'summary', r.summary,
          'requesterName', asker.name)`,
      )}
      from app.request_assets l
      join app.requests r on r.company_id = l.company_id and r.id = l.request_id
      join app.people asker on asker.company_id = r.company_id and asker.id = r.requester_id
      where l.company_id = ${company} and l.asset_id = ${id} and r.deleted_at is null and not r.is_confidential
        and ${visibleTo(actor, 'r')}
      union all
      select a.purchase_date::timestamp at time zone c.zone, 'cost' || a.id, 'COST', null, ${only(
        'cost',
        sql`jsonb_build_object('assetId', a.id, 'assetTag', a.asset_tag, 'isPart', a.id <> ${id}, 'amount',
          jsonb_build_object('amount', a.purchase_cost::text, 'currency', a.purchase_currency))`,
      )}
      from app.assets a join app.companies c on c.company_id = a.company_id
      where a.company_id = ${company} and (a.id = ${id} or a.parent_asset_id = ${id}) and a.deleted_at is null
        and a.purchase_cost is not null and a.purchase_date is not null
      union all
      select seat.at, seat.word || s.id, 'LICENCE', null, ${only(
        'licence',
        sql`jsonb_build_object('id', n.id, 'name', n.name, 'freedBecause', seat.because, 'byName', doer.name)`,
      )}
      from app.licence_seats s
      join app.licences n on n.company_id = s.company_id and n.id = s.licence_id
      cross join lateral (values (s.assigned_at, s.assigned_by_id, null, 'seat'),
        (s.freed_at, s.freed_by_id, s.freed_because, 'freed')) as seat(at, by_id, because, word)
      left join app.people doer on doer.company_id = s.company_id and doer.id = seat.by_id
      where s.company_id = ${company} and s.asset_id = ${id}
      union all
      select m.at, 'part' || m.id, 'PART', null, ${only(
        'part',
        sql`jsonb_build_object('itemId', i.id, 'name', i.name, 'quantity', m.quantity, 'isOut', m.kind = 'RETURN',
          'byName', m.actor_name)`,
      )}
      from app.stock_movements m
      join app.stock_items i on i.company_id = m.company_id and i.id = m.item_id
      where m.company_id = ${company} and m.asset_id = ${id} and m.person_id is null and m.kind in ('ISSUE', 'RETURN')
        and not exists (select from app.stock_movements u where u.company_id = m.company_id and u.undoes_id = m.id)
      union all
      select f.at, 'inventory' || f.device_id || f.at, 'INVENTORY', null, ${only(
        'inventory',
        sql`jsonb_build_object('agent', coalesce(g.name, g.kind), 'isFirst', bool_or(f.is_first),
          'sections', coalesce(jsonb_agg(f.section order by f.section) filter (where f.section is not null), '[]'),
          'programs', sum(f.programs)::int)`,
      )}
      from (
        select d.id as device_id, d.agent_id, d.first_seen_at as at, true as is_first, null as section, 0 as programs
        from app.devices d where d.company_id = ${company} and d.asset_id = ${id}
        union all
        select d.id, d.agent_id, s.changed_at, false, s.section, 0
        from app.devices d join app.device_sections s on s.company_id = d.company_id and s.device_id = d.id
        where d.company_id = ${company} and d.asset_id = ${id}
        union all
        select d.id, d.agent_id, i.found_at, false, null, count(*)
        from app.devices d join app.software_installs i on i.company_id = d.company_id and i.device_id = d.id
        where d.company_id = ${company} and d.asset_id = ${id} group by d.id, d.agent_id, i.found_at) f
      join app.agents g on g.company_id = ${company} and g.id = f.agent_id
      group by f.device_id, f.at, g.name, g.kind),
    placed as (select *, md5(key)::uuid as tie from all_of where at is not null)
    select kind, "eventId", ${sql.join(elsewhere.map((one) => sql.id(one)))}, tie, to_json(at) #>> '{}' as at from placed
    where ${query.kind ? sql`kind = any (${query.kind}::text[])` : sql`true`}
      and ${after ? sql`(at, tie) < (${after.value}::timestamptz, ${after.id}::uuid)` : sql`true`}
    order by placed.at desc, tie desc limit ${query.limit + 1}`,
  )
  const shown = rows.slice(0, query.limit)
  const ids = shown.flatMap(({ eventId }) => eventId ?? [])
  const events = await readStream(tx, actor, asset.id, { limit: ids.length, ids })
  const byId = new Map(events.map((event) => [event.id, event]))
  const data = shown.map(({ eventId, tie, ...row }) => ({
    ...row,
    id: tie,
    event: eventId === null ? null : (byId.get(eventId) ?? null),
  }))
  const last = shown.at(-1)
  const next = rows.length > query.limit && last ? cursorOf(last.at, last.tie) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})
