import { clock } from '../platform/clock/clock.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { type Undo, type UndoWork, undo } from '../platform/log/undo.ts'
import { Stop } from '../platform/stop.ts'
import { about, isAnyLead, loadLicence, loadSeat } from './access.ts'
import { freeSeats } from './commands/freeSeats.ts'
import { giveSeat, mustHaveRoom, readTaker } from './commands/giveSeat.ts'
import { words } from './words.ts'

function mustBeTheirs({ actor, isDoer }: UndoWork): void {
  if (!actor.permissions.has('assets.work') || !(isDoer || isAnyLead(actor)))
    throw new Stop('forbidden', words.undoneByLead)
}

/** Takes a seat that was given away back. */
async function takeBack(work: UndoWork, { subjectId, data }: LoggedEvent<'licence.seat_assigned'>) {
  mustBeTheirs(work)
  const licence = await loadLicence(work, subjectId ?? '', { lock: true })
  const { freedAt } = await loadSeat(work.tx, licence.id, data.seatId)
  if (freedAt) throw new Stop('conflict', words.isFreed)
  await freeSeats(work, { seatId: data.seatId }, 'FREED')
}

/** Gives a seat again to who had it, where one is free and they are still here. */
async function giveBack(work: UndoWork, { subjectId, data }: LoggedEvent<'licence.seat_freed'>) {
  mustBeTheirs(work)
  const to = await readTaker(work.tx, data)
  const licence = await mustHaveRoom(work.tx, subjectId ?? '', to)
  const { note } = await loadSeat(work.tx, licence.id, data.seatId)
  await giveSeat(work, licence, to, note)
}

async function bringBack(work: UndoWork, { subjectId }: LoggedEvent<'licence.retired'>) {
  mustBeTheirs(work)
  const licence = await loadLicence(work, subjectId ?? '', { lock: true })
  if (!licence.retiredAt) return
  await work.tx.run(
    `update app.licences set retired_at = null, updated_at = $3, version = version + 1 where company_id = $1 and id = $2`,
    [work.actor.companyId, licence.id, clock.now()],
  )
  work.record('licence.restored', about(licence), {}, { retiredAt: [licence.retiredAt, null] })
}

export const undoes: Undo[] = [
  undo({ on: 'licence.seat_assigned', run: takeBack }),
  undo({ on: 'licence.seat_freed', run: giveBack }),
  undo({ on: 'licence.retired', run: bringBack }),
]
