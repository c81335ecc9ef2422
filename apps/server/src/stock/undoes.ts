import type { EventData } from '@deskhand/contract'
import { mustUndo } from '../assets/access.ts'
import { mustBeUntouched, putBack } from '../operations/commands/putBack.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { callWithin } from '../platform/http/within.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { type Undo, type UndoWork, undo } from '../platform/log/undo.ts'
import { Stop } from '../platform/stop.ts'
import { about, type ItemRecord, loadItem } from './access.ts'
import { book, firstShort, mustBeThere } from './commands/book.ts'
import { change } from './commands/change.ts'
import { remove } from './commands/remove.ts'
import type { Account, Line } from './rules.ts'
import { words } from './words.ts'

type Moved =
  | 'stock_item.received'
  | 'stock_item.issued'
  | 'stock_item.returned'
  | 'stock_item.adjusted'
  | 'stock_item.transferred'

type Stored = {
  quantity: number
  reservationId: string | null
  personId: string | null
  assetId: string | null
  requestId: string | null
  isUndone: boolean
  lines: { account: Account['account']; holderId: string; name: string | null; quantity: number }[]
}

/** The movement turned round, as a movement of its own; where units are not there any more it says what is left. */
async function turnRound(work: UndoWork, item: ItemRecord, movementId: string): Promise<Stored> {
  const { tx, actor } = work
  const [stored] = await tx.query<Stored>(find, [tx.whose.companyId, movementId])
  if (!stored) throw new Error('An event names a movement that is not there.')
  if (stored.isUndone) throw new Stop('conflict', words.undoneAlready)
  const lines = stored.lines.map(({ account, holderId, quantity }) => lineOf(account, holderId, -quantity))
  const short = await firstShort(tx, item.id, lines)
  if (short) await refuse(tx, item, stored, short)
  const { quantity, personId, assetId, requestId, reservationId } = stored
  await book(
    { tx, actor },
    item,
    { kind: 'UNDO', quantity, personId, assetId, requestId, reservationId, undoesId: movementId },
    lines,
  )
  return stored
}

async function refuse(
  tx: Tx,
  item: ItemRecord,
  stored: Stored,
  { line, has }: { line: Line; has: number },
): Promise<never> {
  const id = 'locationId' in line ? line.locationId : 'personId' in line ? line.personId : null
  const name =
    stored.lines.find(({ account, holderId }) => account === line.account && (id === null || holderId === id))
      ?.name ?? ''
  if ('locationId' in line && line.account === 'PLACE')
    await mustBeThere(tx, item, { id: line.locationId, name }, -line.quantity)
  throw new Stop(
    'conflict',
    line.account === 'RESERVED' ? words.reservedLeft(has, name) : words.hasOnly(name, has),
  )
}

function lineOf(account: Account['account'], id: string, quantity: number): Line {
  switch (account) {
    case 'PLACE':
    case 'RESERVED':
      return { account, locationId: id, quantity }
    case 'PERSON':
      return { account, personId: id, quantity }
    case 'ASSET':
      return { account, assetId: id, quantity }
    default:
      return { account, quantity }
  }
}

async function loadForUndo(work: UndoWork, event: LoggedEvent): Promise<ItemRecord> {
  const item = await loadItem({ tx: work.tx }, event.subjectId ?? '', { lock: true })
  mustUndo(work.actor, item, work.isDoer)
  return item
}

async function counter(work: UndoWork, event: LoggedEvent<Moved>): Promise<void> {
  const item = await loadForUndo(work, event)
  const { movementId, quantity } = event.data as EventData<Moved>
  const { reservationId } = await turnRound(work, item, movementId)
  // What was issued of a reservation is put aside again.
  if (reservationId) await setState(work.tx, reservationId, 'READY')
  work.record('stock_item.movement_undone', about(item), { movementId, quantity })
}

/** A reservation as if it had never been made; that the request waits is taken back by the request itself. */
async function unreserve(work: UndoWork, event: LoggedEvent<'stock_item.reserved'>): Promise<void> {
  const { tx } = work
  const item = await loadForUndo(work, event)
  const { reservationId, quantity } = event.data
  const [now] = await tx.query<{ state: string; movementId: string | null }>(
    `select v.state, (select m.id from app.stock_movements m where m.company_id = v.company_id and m.item_id = v.item_id
       and m.reservation_id = v.id and m.kind = 'RESERVE' order by m.at desc, m.id desc limit 1) as "movementId"
     from app.stock_reservations v where v.company_id = $1 and v.id = $2`,
    [tx.whose.companyId, reservationId],
  )
  if (now?.state !== 'WAITING' && now?.state !== 'READY')
    throw new Stop('conflict', now?.state === 'ISSUED' ? words.ended.ISSUED : words.ended.RELEASED)
  // It may have been put aside since.
  const movementId = now.state === 'READY' ? now.movementId : null
  if (movementId) await turnRound(work, item, movementId)
  await setState(tx, reservationId, 'RELEASED')
  work.record('stock_item.released', about(item), { reservationId, movementId, quantity })
}

const setState = (tx: Tx, id: string, state: 'READY' | 'RELEASED') =>
  tx.run(`update app.stock_reservations set state = $3, ended_at = $4 where company_id = $1 and id = $2`, [
    tx.whose.companyId,
    id,
    state,
    state === 'RELEASED' ? clock.now() : null,
  ])

const find = `
  select m.quantity, m.reservation_id as "reservationId", m.person_id as "personId", m.asset_id as "assetId",
    m.request_id as "requestId", exists (select from app.stock_movements u
      where u.company_id = m.company_id and u.undoes_id = m.id) as "isUndone", (
      select json_agg(json_build_object('account', line.account, 'holderId', line.holder_id, 'quantity', line.quantity,
        'name', coalesce(place.name, person.name, thing.asset_tag)) order by line.position)
      from app.stock_lines line
      left join app.locations place on place.company_id = line.company_id and place.id = line.location_id
      left join app.people person on person.company_id = line.company_id and person.id = line.person_id
      left join app.assets thing on thing.company_id = line.company_id and thing.id = line.asset_id
      where line.company_id = m.company_id and line.movement_id = m.id) as lines
  from app.stock_movements m where m.company_id = $1 and m.id = $2`

/** An item that was only written down is retired; its ledger stays. */
async function takeAway(work: UndoWork, event: LoggedEvent<'stock_item.added'>): Promise<void> {
  await loadForUndo(work, event)
  await mustBeUntouched(work.tx, event)
  await callWithin(work, remove, { params: { id: event.subjectId ?? '' } })
}

export const undoes: Undo[] = [
  undo({ on: 'stock_item.added', run: takeAway }),
  putBack('stock_item.changed', change),
  undo({
    on: [
      'stock_item.received',
      'stock_item.issued',
      'stock_item.returned',
      'stock_item.adjusted',
      'stock_item.transferred',
    ],
    run: counter,
  }),
  undo({ on: 'stock_item.reserved', run: unreserve }),
]
