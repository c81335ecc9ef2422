import { leave } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { Meter } from '../ui/Meter.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import classes from './AwayPage.module.css'
import { balanceWords as words } from './words.ts'

/** One's days of leave in a year; kinds without a number and without days are left out. */
export function Balances({ year }: { year: number }) {
  const { data } = useRead(leave.balances, { query: { year } }, { keepPrevious: true })
  const shown = (data?.data ?? []).filter(
    ({ allowed, taken, planned, asked }) => allowed !== null || taken + planned + asked > 0,
  )
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="balances">
      <SectionTitle size="portal" id="balances">
        {words.title(year)}
      </SectionTitle>
      <ul className={classes.balances}>
        {shown.map(({ leaveType, label, allowed, taken, planned, asked, left }) => {
          const used = taken + planned + asked
          const parts = [
            taken > 0 ? words.taken(taken) : null,
            planned > 0 ? words.planned(planned) : null,
            asked > 0 ? words.asked(asked) : null,
          ].filter(Boolean)
          return (
            <li key={leaveType} className={classes.balance}>
              <span>{label}</span>
              <strong>
                {left === null || allowed === null ? words.used(used) : words.left(left)}
                {allowed === null ? null : <span className={classes.quiet}> {words.of(allowed)}</span>}
              </strong>
              {allowed ? (
                <Meter label={label} value={Math.min(used, allowed)} max={allowed} role="meter" />
              ) : null}
              {parts.length > 0 ? <span className={classes.quiet}>{parts.join(' · ')}</span> : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
