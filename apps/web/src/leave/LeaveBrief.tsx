import type { LeaveStanding } from '@deskhand/contract'
import { dayText } from '../forms/dayText.ts'
import classes from './LeaveDecision.module.css'
import { decisionWords as words } from './words.ts'

/** So many colleagues are named; the page of the approval names them all. */
const most = 3

/** The same as `LeaveDecision` in a few lines, where a leave is one row of many: its days, what is left, who is away. */
export function LeaveBrief({ leave }: { leave: LeaveStanding }) {
  const { label, startDate, endDate, totalDays, years, away, warnings } = leave
  const left = years.flatMap(({ year, leftBefore, leftAfter }) =>
    leftBefore === null || leftAfter === null ? [] : [words.leftBriefly(year, leftBefore, leftAfter)],
  )
  return (
    <span className={classes.brief}>
      <span>
        <strong>{label}</strong>{' '}
        {[words.span(dayText(startDate), dayText(endDate)), words.days(totalDays), ...left].join(' · ')}
      </span>
      {warnings.map((warning) => (
        <span key={warning} className={classes.warning}>
          {warning}
        </span>
      ))}
      <span>{away.length === 0 ? words.nobodyThen : words.awayThen(namesOf(away))}</span>
    </span>
  )
}

/** Each colleague once, however often they are away; leave that is not granted yet is said to be asked for. */
function namesOf(away: LeaveStanding['away']): string {
  const isSure = new Map<string, boolean>()
  const names = new Map<string, string>()
  for (const { id, name, isAsked } of away) {
    names.set(id, name)
    isSure.set(id, isSure.get(id) === true || !isAsked)
  }
  const all = [...names].map(([id, name]) => (isSure.get(id) ? name : `${name} (${words.asked})`))
  const others = all.length > most ? [words.others(all.length - most)] : []
  return [...all.slice(0, most), ...others].join(', ')
}
