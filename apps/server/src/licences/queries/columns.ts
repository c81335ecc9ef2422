import { licenceTermMoves } from '@deskhand/contract'
import { utc } from '../../assets/access.ts'

const money = (amount: string, currency: string) =>
  `case when ${amount} is not null then json_build_object('amount', (${amount})::text, 'currency', ${currency}) end`

const moves = `case t.state ${Object.entries(licenceTermMoves)
  .map(([state, to]) => `when '${state}' then '${JSON.stringify(to)}'::json`)
  .join(' ')} end`

/** The contract's LicenceTerm from `app.licence_terms t`. */
export const termJson = `json_build_object('id', t.id, 'state', t.state, 'startsOn', t.starts_on, 'endsOn', t.ends_on,
  'renewsOn', t.renews_on, 'notice', case when t.notice_count is not null
    then json_build_object('count', t.notice_count, 'unit', t.notice_unit) end,
  'renewsItself', t.renews_itself, 'cost', case when t.cost_amount is not null
    then json_build_object('money', ${money('t.cost_amount', 't.cost_currency')}, 'per', t.cost_per) end,
  'contractNumber', t.contract_number, 'noticeBy', t.notice_by, 'noticeGivenOn', t.notice_given_on, 'moves', ${moves},
  'version', t.version)`

export const totalOfTerm = money('t.cost_amount * l.seats', 't.cost_currency')

/** A licence with the term that counts: the one that runs, else the next, else the last. */
export const licenceSources = `app.licences l
  left join app.people owner on owner.company_id = l.company_id and owner.id = l.owner_id
  left join app.desks desk on desk.company_id = l.company_id and desk.id = l.desk_id
  left join app.software_titles s on s.company_id = l.company_id and s.id = l.software_title_id
  left join lateral (
    select t.* from app.licence_terms t where t.company_id = l.company_id and t.licence_id = l.id
    order by case when t.state in ('ACTIVE', 'IN_NOTICE') then 0 when t.state = 'PLANNED' then 1 else 2 end,
      case when t.state = 'PLANNED' then t.starts_on end, t.starts_on desc limit 1) t on true`

export const isOver = `coalesce(t.state in ('RENEWED', 'ENDED'), false)`
export const isLow = `(l.retired_at is null and not ${isOver} and coalesce(l.seats - l.used < l.minimum_free, false))`

const row = `'id', l.id, 'name', l.name, 'publisher', l.publisher, 'kind', l.kind, 'seats', l.seats, 'used', l.used,
  'free', l.seats - l.used, 'minimumFree', l.minimum_free, 'isLow', ${isLow}, 'hasKey', l.sealed_key is not null,
  'owner', case when owner.id is not null then json_build_object('id', owner.id, 'name', owner.name) end,
  'deskName', desk.name, 'deskId', l.desk_id,
  'software', case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end,
  'term', case when t.id is not null then ${termJson} end, 'isOver', ${isOver}, 'retiredAt', ${utc('l.retired_at')},
  'version', l.version, 'updatedAt', ${utc('l.updated_at')}`

/** The contract's LicenceRow from `licenceSources`. */
export const licenceRow = `json_build_object(${row})`

/**
 * Whether a licence allows to use what it is for: it has no terms and holds for good, or one runs, or one that is renewed
 * waits for the next to begin.
 */
export const entitles = (licence: string) => `(select count(*) = 0
    or bool_or(x.state in ('ACTIVE', 'IN_NOTICE')) or (bool_or(x.state = 'RENEWED') and bool_or(x.state = 'PLANNED'))
  from app.licence_terms x where x.company_id = ${licence}.company_id and x.licence_id = ${licence}.id)`

/** Devices that have the software, under whichever of its names, and seats of what entitles to it now. */
const installed = `case when s.id is not null then json_build_object(
  'installs', (select count(distinct i.device_id)::int from app.software_installs i
    where i.company_id = l.company_id and i.title_id in (select n.id from app.software_titles n
      where n.company_id = l.company_id and coalesce(n.merged_into_id, n.id) = coalesce(s.merged_into_id, s.id))),
  'entitled', (select coalesce(sum(o.seats), 0)::int from app.licences o where o.company_id = l.company_id
    and o.retired_at is null and o.software_title_id in (select n.id from app.software_titles n
      where n.company_id = l.company_id and coalesce(n.merged_into_id, n.id) = coalesce(s.merged_into_id, s.id))
    and ${entitles('o')})) end`

/** The contract's Licence from them. */
export const licenceWhole = `json_build_object(${row}, 'supplier', l.supplier, 'orderNumber', l.order_number, 'notes', l.notes,
  'terms', coalesce((select json_agg(${termJson} order by t.starts_on desc) from app.licence_terms t
    where t.company_id = l.company_id and t.licence_id = l.id), '[]'),
  'installed', ${installed}, 'createdAt', ${utc('l.created_at')})`

/** The contract's LicenceSeat from `app.licence_seats h` with those who have it. */
export const seatJson = `json_build_object('id', h.id,
  'person', case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end,
  'asset', case when a.id is not null then json_build_object('id', a.id, 'assetTag', a.asset_tag, 'name', a.name) end,
  'note', h.note, 'assignedAt', ${utc('h.assigned_at')}, 'assignedByName', giver.name, 'freedAt', ${utc('h.freed_at')},
  'freedByName', taker.name, 'freedBecause', h.freed_because)`
export const seatSources = `app.licence_seats h
  left join app.people p on p.company_id = h.company_id and p.id = h.person_id
  left join app.assets a on a.company_id = h.company_id and a.id = h.asset_id
  left join app.people giver on giver.company_id = h.company_id and giver.id = h.assigned_by_id
  left join app.people taker on taker.company_id = h.company_id and taker.id = h.freed_by_id`
