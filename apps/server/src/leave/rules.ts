import type { LeaveYear } from '@deskhand/contract'
import { type BusinessCalendar, workdaysIn } from '../platform/clock/businessTime.ts'
import { words } from './words.ts'

export type LeaveState = 'ASKED' | 'GRANTED' | 'CANCELLED'
export type Leave = { leaveType: string; fromDate: string; untilDate: string; state: LeaveState }
export type Allowance = { leaveType: string; year: number; isOwn: boolean; days: number }
export type LeaveType = { value: string; label: string }

type Balance = {
  leaveType: string
  label: string
  allowed: number | null
  taken: number
  planned: number
  asked: number
  left: number | null
}

/** Why a leave cannot be cancelled today, or null. */
export function refusalToCancel(
  leave: Pick<Leave, 'fromDate' | 'state'> | undefined,
  today: string,
): string | null {
  if (leave?.state === 'CANCELLED') return words.cancelledAlready
  if (leave?.state !== 'GRANTED') return words.notGranted
  return leave.fromDate <= today ? words.begun : null
}

/** The days of each kind of leave in a year; what goes across the year counts with the days that lie in it. */
export function balancesOf(
  types: readonly LeaveType[],
  leaves: readonly Leave[],
  allowances: readonly Allowance[],
  { calendar, year, today }: { calendar: BusinessCalendar; year: number; today: string },
): Balance[] {
  return types.map(({ value, label }) => {
    const counted = { taken: 0, planned: 0, asked: 0 }
    for (const leave of leaves.filter((one) => one.leaveType === value && one.state !== 'CANCELLED')) {
      for (const day of daysIn(calendar, leave, year)) {
        if (leave.state === 'ASKED') counted.asked++
        else if (day < today) counted.taken++
        else counted.planned++
      }
    }
    const allowed = allowedIn(allowances, value, year)
    const left = allowed === null ? null : allowed - counted.taken - counted.planned - counted.asked
    return { leaveType: value, label, allowed, ...counted, left }
  })
}

function daysIn(
  calendar: BusinessCalendar,
  { fromDate, untilDate }: Pick<Leave, 'fromDate' | 'untilDate'>,
  year: number,
): string[] {
  const first = fromDate > `${year}-01-01` ? fromDate : `${year}-01-01`
  const last = untilDate < `${year}-12-31` ? untilDate : `${year}-12-31`
  return first <= last ? workdaysIn(calendar, first, last) : []
}

/** What one leave takes of the days of each year in which it lies, beside the person's others. */
export function yearsOf(
  wanted: Pick<Leave, 'leaveType' | 'fromDate' | 'untilDate'>,
  others: readonly Leave[],
  allowances: readonly Allowance[],
  calendar: BusinessCalendar,
): LeaveYear[] {
  const { leaveType, fromDate, untilDate } = wanted
  const alike = others.filter((one) => one.leaveType === leaveType && one.state !== 'CANCELLED')
  const years: LeaveYear[] = []
  for (let year = yearIn(fromDate); year <= yearIn(untilDate); year++) {
    const days = daysIn(calendar, wanted, year).length
    if (days === 0) continue
    const allowed = allowedIn(allowances, leaveType, year)
    const used = alike.reduce((sum, one) => sum + daysIn(calendar, one, year).length, 0)
    const leftBefore = allowed === null ? null : allowed - used
    years.push({ year, days, allowed, leftBefore, leftAfter: leftBefore === null ? null : leftBefore - days })
  }
  return years
}

/** What speaks against it, which whoever approves has to weigh. */
export const warningsOf = (label: string, years: readonly LeaveYear[]): string[] =>
  years.flatMap(({ year, days, leftBefore, leftAfter }) =>
    leftBefore !== null && leftAfter !== null && leftAfter < 0
      ? [words.tooMany(label, year, days, leftBefore)]
      : [],
  )

const yearIn = (day: string) => Number(day.slice(0, 4))

/** A person's own number goes before everybody's, and the latest year that has begun before older ones. */
function allowedIn(allowances: readonly Allowance[], leaveType: string, year: number): number | null {
  const [found] = allowances
    .filter((one) => one.leaveType === leaveType && one.year <= year)
    .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || b.year - a.year)
  return found?.days ?? null
}
