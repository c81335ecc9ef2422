import type { Calendar, Day } from './calendar.ts'
import type { Random } from './random.ts'

const weekdayShare = [0, 1.3, 1.15, 1, 0.95, 0.75, 0.05, 0.03]
const monthShare = [0, 1.15, 1.05, 1, 0.95, 1, 0.95, 0.85, 0.5, 1.2, 1.15, 1.1, 0.8]
const busyWeeks = 4
const holidays = new Set(['1-1', '1-6', '5-1', '8-15', '10-12', '12-8', '12-25'])
const hourShare = [
  [7, 1],
  [8, 5],
  [9, 14],
  [10, 14],
  [11, 12],
  [12, 9],
  [13, 6],
  [14, 6],
  [15, 9],
  [16, 10],
  [17, 7],
  [18, 3],
  [19, 1.2],
  [20, 0.8],
  [21, 0.5],
  [22, 0.3],
] as const

/**
 * When so many requests come in: more on Mondays and in autumn, few in August and on holidays, slowly
 * growing over the whole time, and almost none at night. The last weeks are busy in any season, so that there
 * is something to see whenever the demo is opened.
 */
export function makeArrivals(
  random: Random,
  calendar: Calendar,
  count: number,
  span: { days: number; until: number; busyDays: ReadonlySet<number> },
): number[] {
  const days = calendar.days.slice(-span.days).filter(({ start }) => start < span.until)
  const shares = days.map(
    (day, index) =>
      (days.length - index < busyWeeks * 7 ? busyShare(day) : share(day, index / days.length)) *
      (span.busyDays.has(day.start) ? 2 : 1),
  )
  const total = shares.reduce((sum, one) => sum + one, 0)
  const times: number[] = []
  let passed = 0
  let index = 0
  for (let n = 0; n < count; n++) {
    const mark = ((n + random.next()) / count) * total
    while (index < days.length - 1 && passed + (shares[index] ?? 0) < mark) passed += shares[index++] ?? 0
    const day = days[index]
    if (!day) throw new Error('There are no days to arrive on.')
    const [hour] = random.weighted(hourShare, ([, weight]) => weight)
    const at = calendar.on(day, hour * 60 + random.int(0, 59)) + random.int(0, 59_999)
    times.push(at < span.until ? at : span.until - random.int(1, 400) * 60_000)
  }
  return times.sort((a, b) => a - b)
}

const busyShare = ({ weekday }: Day) => (weekdayShare[weekday] ?? 0) * 1.65

function share(day: Day, progress: number): number {
  if (holidays.has(`${day.month}-${day.day}`)) return 0.05
  const isYearsEnd = day.month === 12 && day.day > 22
  const season = (monthShare[day.month] ?? 1) * (isYearsEnd ? 0.35 : 1)
  return (weekdayShare[day.weekday] ?? 0) * season * (0.72 + 0.56 * progress)
}
