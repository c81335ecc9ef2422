import { dayWords, joinDays, type LeaveStanding } from '@deskhand/contract'
import { words } from './words.ts'

type Span = { fromDate: string; untilDate: string }

const span = ({ fromDate, untilDate }: Span) =>
  fromDate === untilDate ? dayWords(fromDate) : joinDays(`${dayWords(fromDate)}–${dayWords(untilDate)}`)

/** So many colleagues are named; the page of the approval names them all. */
const most = 6

/** What whoever decides on a leave reads of it in their mail: its days, what is left, what speaks against it, who is away. */
export function leaveFacts(leave: LeaveStanding): [label: string, value: string][] {
  const { startDate: fromDate, endDate: untilDate, label, totalDays, years, warnings, away } = leave
  const named = away.slice(0, most).map((one) => words.leave.away(one.name, span(one), one.isAsked))
  const others = away.length > most ? [words.leave.others(away.length - most)] : []
  return [
    [label, words.leave.days(span({ fromDate, untilDate }), totalDays)],
    ...years.flatMap(({ year, leftBefore, leftAfter }): [string, string][] =>
      leftBefore === null || leftAfter === null
        ? []
        : [[words.leave.left(year), words.leave.balance(leftBefore, leftAfter)]],
    ),
    ...warnings.map((warning): [string, string] => [words.leave.warning, warning]),
    [words.leave.awayThen, [...named, ...others].join('; ') || words.leave.nobody],
  ]
}
