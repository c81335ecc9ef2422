import type { StockMovementKind } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import type { ItemRecord, Work } from '../access.ts'
import { type Account, holderOf, isBounded, type Line } from '../rules.ts'
import { words } from '../words.ts'

export type NewMovement = {
  kind: StockMovementKind
  quantity: number
  note?: string | null | undefined
  personId?: string | null
  assetId?: string | null
  requestId?: string | null | undefined
  reservationId?: string | null
  undoesId?: string
  operationId?: string
}

/** How many of a locked item are in an account. */
export async function balanceOf(tx: Tx, itemId: string, account: Account): Promise<number> {
  const [row] = await tx.query<{ quantity: number }>(
    `select quantity::float8 as quantity from app.stock_balances
     where company_id = $1 and item_id = $2 and account = $3 and holder_id = $4`,
    [tx.whose.companyId, itemId, account.account, holderOf(account)],
  )
  return row?.quantity ?? 0
}

/** Stops where a place has fewer free units than are wanted, and says what is left. */
export async function mustBeThere(
  tx: Tx,
  item: Pick<ItemRecord, 'id'>,
  place: { id: string; name: string },
  quantity: number,
): Promise<void> {
  const there = await balanceOf(tx, item.id, { account: 'PLACE', locationId: place.id })
  if (there >= quantity) return
  const reserved = await balanceOf(tx, item.id, { account: 'RESERVED', locationId: place.id })
  throw new Stop('conflict', words.left(there, reserved, place.name))
}

export type Entry = { itemId: string; movement: NewMovement; lines: readonly Line[] }

/**
 * Writes movements of locked items: their lines and, with them, the balances that they make. The one way in which the
 * ledger grows; the database refuses lines that do not sum to zero and balances below zero. Answers their ids.
 */
export async function bookAll(
  { tx, actor }: Pick<Work, 'tx' | 'actor'>,
  entries: readonly Entry[],
): Promise<string[]> {
  if (entries.length === 0) return []
  const given = entries.map((entry) => ({ id: newId(), ...entry }))
  const lines = JSON.stringify(
    given.flatMap(({ id, itemId, lines: those }) =>
      those.map((line, at) => ({
        id,
        itemId,
        position: at + 1,
        holderId: holderOf(line),
        ...columnsOf(line),
      })),
    ),
  )
  await tx.run(begin, [tx.whose.companyId, lines])
  await tx.run(write, [
    tx.whose.companyId,
    actor?.id ?? null,
    actor?.name ?? 'Deskhand',
    clock.now(),
    JSON.stringify(given.map(({ id, itemId, movement }) => ({ id, itemId, ...movement }))),
    lines,
  ])
  return given.map(({ id }) => id)
}

/** As `bookAll`, one. */
export async function book(
  work: Pick<Work, 'tx' | 'actor'>,
  { id: itemId }: Pick<ItemRecord, 'id'>,
  movement: NewMovement,
  lines: readonly Line[],
): Promise<string> {
  const [id = ''] = await bookAll(work, [{ itemId, movement, lines }])
  return id
}

const columnsOf = (line: Line) => ({
  account: line.account,
  locationId: 'locationId' in line ? line.locationId : null,
  personId: 'personId' in line ? line.personId : null,
  assetId: 'assetId' in line ? line.assetId : null,
  quantity: line.quantity,
})

/** Whether each of these accounts still has what would be taken out of it; else the first that has not, and what it has. */
export async function firstShort(
  tx: Tx,
  itemId: string,
  lines: readonly Line[],
): Promise<{ line: Line; has: number } | null> {
  const taken = lines.filter(({ account, quantity }) => quantity < 0 && isBounded(account))
  const rows = await tx.query<{ account: string; holderId: string; quantity: number }>(
    `select account, holder_id as "holderId", quantity::float8 as quantity from app.stock_balances
     where company_id = $1 and item_id = $2 and holder_id = any ($3::uuid[])`,
    [tx.whose.companyId, itemId, taken.map(holderOf)],
  )
  for (const line of taken) {
    const has =
      rows.find((row) => row.account === line.account && row.holderId === holderOf(line))?.quantity ?? 0
    if (has + line.quantity < 0) return { line, has }
  }
  return null
}

const write = `
  with movements as (
    insert into app.stock_movements (company_id, id, item_id, kind, quantity, note, person_id, asset_id, request_id,
      reservation_id, undoes_id, operation_id, actor_id, actor_name, at)
    select $1, m.id, m."itemId", m.kind, m.quantity, m.note, m."personId", m."assetId", m."requestId",
      m."reservationId", m."undoesId", m."operationId", $2, $3, $4
    from jsonb_to_recordset($5::jsonb) as m(id uuid, "itemId" uuid, kind text, quantity int, note text,
      "personId" uuid, "assetId" uuid, "requestId" uuid, "reservationId" uuid, "undoesId" uuid, "operationId" uuid)),
  given as (
    select * from jsonb_to_recordset($6::jsonb) as line(id uuid, "itemId" uuid, position int, account text,
      "locationId" uuid, "personId" uuid, "assetId" uuid, "holderId" uuid, quantity int)),
  lines as (
    insert into app.stock_lines (company_id, movement_id, position, item_id, account, location_id, person_id, asset_id,
      quantity)
    select $1, id, position, "itemId", account, "locationId", "personId", "assetId", quantity from given)
  update app.stock_balances b set quantity = b.quantity + sum.quantity
  from (select "itemId", account, "holderId", sum(quantity) as quantity from given group by 1, 2, 3) sum
  where b.company_id = $1 and b.item_id = sum."itemId" and b.account = sum.account and b.holder_id = sum."holderId"`

// First of all: the check of a balance looks at what an upsert proposes, before it looks for what is there.
const begin = `
  insert into app.stock_balances (company_id, item_id, account, holder_id, quantity)
  select distinct $1::uuid, "itemId", account, "holderId", 0
  from jsonb_to_recordset($2::jsonb) as line("itemId" uuid, account text, "holderId" uuid)
  on conflict (company_id, item_id, account, holder_id) do nothing`
