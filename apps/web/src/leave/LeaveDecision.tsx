import type { LeaveStanding, LeaveYear } from '@deskhand/contract'
import { dayText } from '../forms/dayText.ts'
import classes from './LeaveDecision.module.css'
import { decisionWords as words } from './words.ts'

/** What one decides on: the kind of leave, its days, what is left with and without it, why, and who else is away. */
export function LeaveDecision({ leave }: { leave: LeaveStanding }) {
  const { label, startDate, endDate, totalDays, reason, years, away, warnings } = leave
  const known = years.filter(({ leftBefore }) => leftBefore !== null)
  return (
    <section className={classes.leave} aria-label={words.title}>
      <p className={classes.what}>
        <strong>{label}</strong> {words.span(dayText(startDate), dayText(endDate))}
        <span className={classes.quiet}> · {words.days(totalDays)}</span>
      </p>
      {warnings.map((warning) => (
        <p key={warning} className={classes.warning}>
          {warning}
        </p>
      ))}
      <dl className={classes.facts}>
        {known.map((one) => (
          <Balance key={one.year} {...one} />
        ))}
        {reason ? (
          <div>
            <dt>{words.reason}</dt>
            <dd className={classes.reason}>{reason}</dd>
          </div>
        ) : null}
        <div>
          <dt>{words.away}</dt>
          <dd>
            {away.length === 0 ? (
              <span className={classes.quiet}>{words.nobody}</span>
            ) : (
              <ul className={classes.away}>
                {away.map(({ id, name, fromDate, untilDate, isAsked }) => (
                  <li key={`${id} ${fromDate}`}>
                    {name}{' '}
                    <span className={classes.quiet}>
                      {words.span(dayText(fromDate), dayText(untilDate))}
                      {isAsked ? `, ${words.asked}` : ''}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Balance({ year, allowed, leftBefore, leftAfter }: LeaveYear) {
  if (leftBefore === null || leftAfter === null) return null
  return (
    <div>
      <dt>{words.left(year)}</dt>
      <dd>
        {words.balance(leftBefore, leftAfter)}
        {allowed === null ? null : <span className={classes.quiet}> {words.of(allowed)}</span>}
      </dd>
    </div>
  )
}
