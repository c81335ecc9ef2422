import { type Mover, type ReservationState, reservationStates } from '@deskhand/contract'

export type Busy = { from: string; until: string }
/** A thing that can be lent, and when it is taken. */
export type Taken = { bufferMinutes: number; busy: readonly Busy[] }
export type Period = { startsAt: Date; endsAt: Date }

const minute = 60_000
/** Until when it is kept free after it was to come back. */
export const freeAt = (
  { endsAt }: Pick<Period, 'endsAt'>,
  { bufferMinutes }: Pick<Taken, 'bufferMinutes'>,
): Date => new Date(endsAt.getTime() + bufferMinutes * minute)

/** Whether nothing stands in the way of having it then, and of the time after it. */
export function isFree(thing: Taken, period: Period): boolean {
  const until = freeAt(period, thing).getTime()
  return thing.busy.every(
    (busy) => Date.parse(busy.until) <= period.startsAt.getTime() || Date.parse(busy.from) >= until,
  )
}

/** The first moment from which on one of these is free for as long; null where there are none. */
export function nextFree(things: readonly Taken[], period: Period): Date | null {
  const length = period.endsAt.getTime() - period.startsAt.getTime()
  const starts = things.map((thing) => {
    // What begins earlier can only be in the way of what begins before it ends.
    const inOrder = [...thing.busy].sort((one, other) => Date.parse(one.from) - Date.parse(other.from))
    let start = period.startsAt.getTime()
    for (const busy of inOrder) {
      const isBefore = start + length + thing.bufferMinutes * minute <= Date.parse(busy.from)
      if (!isBefore) start = Math.max(start, Date.parse(busy.until))
    }
    return start
  })
  return starts.length === 0 ? null : new Date(Math.min(...starts))
}

type Moving = { state: ReservationState; startsAt: string }

/** The moves that these may make now. */
export const movesFrom = ({ state }: Pick<Moving, 'state'>, movers: readonly Mover[]): ReservationState[] =>
  reservationStates.from(state).filter((to) => reservationStates.refusalBy(state, to, movers) === null)

/** What can still be changed of it: its beginning only until it is out. */
export const isOpen = (state: ReservationState): boolean => reservationStates.from(state).length > 0
export const isOut = (state: ReservationState): boolean => state === 'ONGOING' || state === 'OVERDUE'
