import type { StockTakeRow } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { instant, isLead } from '../access.ts'
import { words } from '../words.ts'

// What was named and is gone stands there as gone: without it the scope would read as the whole company.
const named = (table: string, key: string, gone: string) => `(
    select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'name', coalesce(t.name, '${gone}')) order by t.name), '[]')
    from jsonb_array_elements_text(s.scope -> '${key}') as n (id)
    left join app.${table} t on t.company_id = s.company_id and t.id = n.id::uuid)`

/** A stock-take `s` as the contract lists it, counts and all. */
export const rowJson = `jsonb_build_object(
  'id', s.id, 'name', s.name, 'state', s.state, 'sample', s.sample, 'isBlind', s.is_blind, 'asksHolders', s.asks_holders,
  'locations', ${named('locations', 'locationIds', words.gonePlace)},
  'departments', s.scope -> 'departments',
  'categories', ${named('asset_categories', 'categoryIds', words.goneCategory)},
  'assignees', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name), '[]')
    from app.stock_take_assignees a join app.people p on p.company_id = a.company_id and p.id = a.person_id
    where a.company_id = s.company_id and a.stock_take_id = s.id),
  'dueOn', s.due_on, 'createdByName', (select p.name from app.people p
    where p.company_id = s.company_id and p.id = s.created_by_id),
  'createdAt', ${instant('s.created_at')}, 'startedAt', ${instant('s.started_at')},
  'completedAt', ${instant('s.completed_at')}, 'counts', counts.json, 'version', s.version)`

/** The counts of `s`, beside it. */
export const countsJoin = `
  left join lateral (
    select jsonb_build_object(
      'expected', count(*) filter (where i.state <> 'UNEXPECTED'), 'found', count(*) filter (where i.state = 'FOUND'),
      'selfConfirmed', count(*) filter (where i.state = 'SELF_CONFIRMED'),
      'missing', count(*) filter (where i.state in ('EXPECTED', 'MISSING')),
      'unexpected', count(*) filter (where i.state = 'UNEXPECTED'),
      'unknown', (select count(distinct n.code) from app.stock_take_scans n
        where n.company_id = s.company_id and n.stock_take_id = s.id and n.asset_id is null)) as json
    from app.stock_take_items i where i.company_id = s.company_id and i.stock_take_id = s.id) counts on true`

/** Whether this person must not learn what is expected. */
export const isHidden = (
  actor: Actor,
  { isBlind, state }: Pick<StockTakeRow, 'isBlind' | 'state'>,
): boolean => isBlind && !isLead(actor) && (state === 'ACTIVE' || state === 'REVIEW' || state === 'PENDING')

/** The same without what is hidden from whoever counts blind: what was not expected counts as found. */
export function shownTo<Row extends StockTakeRow>(actor: Actor, row: Row): Row {
  if (!isHidden(actor, row)) return row
  const { counts } = row
  const found = counts.found + (counts.unexpected ?? 0)
  return { ...row, counts: { ...counts, found, expected: null, missing: null, unexpected: null } }
}
