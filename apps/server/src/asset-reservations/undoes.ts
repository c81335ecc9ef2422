import { isLead } from '../assets/access.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { type Undo, type UndoWork, undo } from '../platform/log/undo.ts'
import { Stop } from '../platform/stop.ts'
import { about, loadReservation, moversOf, type ReservationFields, type ReservationRecord } from './access.ts'
import { holdCategories, writeReservation } from './commands/write.ts'
import { words } from './words.ts'

type Undone = 'asset_reservation.changed' | 'asset_reservation.moved'

async function loadForUndo(work: UndoWork, id: string | null): Promise<ReservationRecord> {
  const { categoryId } = await loadReservation(work, id ?? '')
  await holdCategories(work.tx, [categoryId])
  const reservation = await loadReservation(work, id ?? '', { lock: true })
  const isTheirs = moversOf(work.actor, reservation).length > 0
  if (!(work.isDoer ? isTheirs : isLead(work.actor, reservation)))
    throw new Stop('forbidden', words.undoneByOthers)
  return reservation
}

/** Puts it back to where it was, if nothing else has its thing then by now. */
async function putBack(work: UndoWork, event: LoggedEvent<Undone>): Promise<void> {
  const reservation = await loadForUndo(work, event.subjectId)
  // The first halves of what its event changed are its fields as they were.
  const before: Partial<ReservationFields> = Object.fromEntries(
    Object.entries(event.changes).map(([field, [old]]) => [field, old]),
  )
  await writeReservation(work, reservation, before, { name: 'asset_reservation.undone', event: event.name })
}

/** It was never made; the log keeps that it was. */
async function takeAway(work: UndoWork, event: LoggedEvent<'asset_reservation.made'>): Promise<void> {
  const { tx, record } = work
  const reservation = await loadForUndo(work, event.subjectId)
  await tx.run('delete from app.asset_reservations where company_id = $1 and id = $2', [
    tx.whose.companyId,
    reservation.id,
  ])
  const { state, assetId } = reservation
  record(
    'asset_reservation.undone',
    about(reservation),
    { event: event.name },
    {
      state: [state, null],
      assetId: [assetId, null],
    },
  )
}

export const undoes: Undo[] = [
  undo({ on: ['asset_reservation.changed', 'asset_reservation.moved'], run: putBack }),
  undo({ on: 'asset_reservation.made', run: takeAway }),
]
