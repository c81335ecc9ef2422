import { Stop } from '../../platform/stop.ts'
import { fileWords } from './fault.ts'

/** So many at once, the others in the order in which they came; who would be one too many in line is told to come again. */
export function openPlaces(most: number, line: number) {
  const waiting: (() => void)[] = []
  let taken = 0
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else taken -= 1
  }
  return {
    waiting: () => waiting.length,
    /** Takes a place, and answers how it is given back. */
    async take(): Promise<() => void> {
      if (taken < most) taken += 1
      else if (waiting.length >= line) throw new Stop('unavailable', fileWords.busy, { retryAfter: 10 })
      else await new Promise<void>((go) => waiting.push(go))
      return leave
    },
  }
}

/** A list that was just uploaded is looked at in a blink; what a workbook's cells share is held in memory meanwhile. */
export const looks = openPlaces(2, 50)
/** A run through a workbook holds the same for as long as it lasts. */
export const runs = openPlaces(2, Number.POSITIVE_INFINITY)
