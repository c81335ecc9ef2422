import type { Licence } from '@deskhand/contract'
import { mustUndo } from '../assets/access.ts'
import { mustBeUntouched, putBack } from '../operations/commands/putBack.ts'
import { clock } from '../platform/clock/clock.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { type Undo, type UndoWork, undo } from '../platform/log/undo.ts'
import { Stop } from '../platform/stop.ts'
import { about, loadLicence, loadSeat } from './access.ts'
import { change } from './commands/change.ts'
import { freeSeats } from './commands/freeSeats.ts'
import { giveSeat, mustHaveRoom, readTaker } from './commands/giveSeat.ts'
import { words } from './words.ts'

/** The licence, locked, where this person may take back what was done with it. */
async function theirs(work: UndoWork, id: string | null): Promise<Licence> {
  const licence = await loadLicence(work, id ?? '', { lock: true })
  mustUndo(work.actor, licence, work.isDoer)
  return licence
}

/** Takes a seat that was given away back. */
async function takeBack(work: UndoWork, { subjectId, data }: LoggedEvent<'licence.seat_assigned'>) {
  const licence = await theirs(work, subjectId)
  const { freedAt } = await loadSeat(work.tx, licence.id, data.seatId)
  if (freedAt) throw new Stop('conflict', words.isFreed)
  await freeSeats(work, { seatId: data.seatId }, 'FREED')
}

/** Gives a seat again to who had it, where one is free and they are still here. */
async function giveBack(work: UndoWork, { subjectId, data }: LoggedEvent<'licence.seat_freed'>) {
  const { id } = await theirs(work, subjectId)
  const to = await readTaker(work.tx, data)
  const licence = await mustHaveRoom(work, id, to)
  const { note } = await loadSeat(work.tx, licence.id, data.seatId)
  await giveSeat(work, licence, to, note)
}

async function bringBack(work: UndoWork, { subjectId }: LoggedEvent<'licence.retired'>) {
  const licence = await theirs(work, subjectId)
  if (!licence.retiredAt) return
  await work.tx.run(
    `update app.licences set retired_at = null, updated_at = $3, version = version + 1 where company_id = $1 and id = $2`,
    [work.actor.companyId, licence.id, clock.now()],
  )
  work.record('licence.restored', about(licence), {}, { retiredAt: [licence.retiredAt, null] })
}

/** One that was only written down is as if it had never been; its terms and the seats that came back go with it. */
async function takeAway(work: UndoWork, event: LoggedEvent<'licence.created'>) {
  const { tx } = work
  const licence = await theirs(work, event.subjectId)
  await mustBeUntouched(tx, event)
  const which = [tx.whose.companyId, licence.id]
  await tx.run('delete from app.licence_seats where company_id = $1 and licence_id = $2', which)
  await tx.run('delete from app.licence_terms where company_id = $1 and licence_id = $2', which)
  await tx.run('delete from app.licences where company_id = $1 and id = $2', which)
  work.record('licence.deleted', about(licence), {}, { name: [licence.name, null] })
}

export const undoes: Undo[] = [
  undo({ on: 'licence.created', run: takeAway }),
  putBack('licence.updated', change),
  // The first term of one that goes.
  undo({ on: 'licence.term_added', run: async () => undefined }),
  undo({ on: 'licence.seat_assigned', run: takeBack }),
  undo({ on: 'licence.seat_freed', run: giveBack }),
  undo({ on: 'licence.retired', run: bringBack }),
]
