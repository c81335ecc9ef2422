import type { StockTakeRow, StockTakeState } from '@deskhand/contract'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { words } from './words.ts'

type Inside = { tx: Tx; actor: Actor; ifMatch?: readonly string[] | null }

export type Scope = { locationIds: string[]; departments: string[]; categoryIds: string[] }
export type StockTakeRecord = {
  id: string
  name: string
  state: StockTakeState
  scope: Scope
  sample: StockTakeRow['sample']
  isBlind: boolean
  asksHolders: boolean
  population: number | null
  isAssigned: boolean
  version: number
}

/** Who leads sees what is expected and decides. */
export const isLead = (actor: Actor): boolean => actor.permissions.has('assets.supervise')

/** Where nobody is assigned, every technician counts; who leads always may. */
export const mayCount = (actor: Actor, { isAssigned }: Pick<StockTakeRecord, 'isAssigned'>): boolean =>
  isAssigned || isLead(actor)

/** The stock-take, or the same 404 for hidden and missing. `share` keeps its state as it is until the commit. */
export async function loadStockTake(
  { tx, actor, ifMatch }: Inside,
  idText: string,
  lock: 'none' | 'share' | 'update' = 'none',
): Promise<StockTakeRecord> {
  const id = idText.toLowerCase()
  if (!isUuid(id)) throw new Stop('not_found', words.none)
  const [found] = await tx.query<StockTakeRecord>(
    `select s.id, s.name, s.state, s.scope, s.sample, s.is_blind as "isBlind", s.asks_holders as "asksHolders",
       s.population, s.version, not exists (select from app.stock_take_assignees a
         where a.company_id = s.company_id and a.stock_take_id = s.id)
       or exists (select from app.stock_take_assignees a
         where a.company_id = s.company_id and a.stock_take_id = s.id and a.person_id = $3) as "isAssigned"
     from app.stock_takes s where s.company_id = $1 and s.id = $2 ${{ none: '', share: 'for share of s', update: 'for update of s' }[lock]}`,
    [actor.companyId, id, actor.id],
  )
  if (!found) throw new Stop('not_found', words.none)
  if (ifMatch && !ifMatch.includes(String(found.version)))
    throw new Stop('stale', words.stale, { current: { version: found.version, state: found.state } })
  return found
}

export const about = (
  { id, name }: Pick<StockTakeRecord, 'id' | 'name'>,
  people: string[] = [],
): Subject => ({
  type: 'stock_take',
  id,
  ref: name,
  people,
})

/** A moment of this column as the contract writes it. */
export const instant = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** What a thing `a` is called, with `c`, `m` and `f` for its kind, model and maker. */
export const thingName = `coalesce(a.name, nullif(concat_ws(' ', f.name, m.name), ''), c.name)`
export const thingSources = `
  join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
  left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id
  left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id`
/** The names from the site down to this place, which is a column of the statement around. */
export const pathOf = (id: string) => `(
  select coalesce(jsonb_agg(up.name order by array_position(here.path, up.id)), '[]') from app.locations here
  join app.locations up on up.company_id = here.company_id and up.id = any (here.path)
  where here.company_id = $1 and here.id = ${id})`
