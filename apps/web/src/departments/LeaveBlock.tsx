import { departments, leave } from '@deskhand/contract'
import { useRead } from '../api.ts'
import type { AskBlockProps } from '../catalogue/askBlocks.tsx'
import { dayText } from '../forms/dayText.ts'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import classes from './departments.module.css'
import { leaveWords as words } from './words.ts'

const day = /^\d{4}-\d{2}-\d{2}$/

/** Beside the form for leave: how many days it takes, and what stands in its way, before anything is sent. */
export default function LeaveBlock({ requestType, answers, onBehalfOfId }: AskBlockProps) {
  const { startDate, endDate } = answers
  const from = typeof startDate === 'string' && day.test(startDate) ? startDate : ''
  const until = typeof endDate === 'string' && day.test(endDate) ? endDate : ''
  const isLeave = requestType.kind === 'LEAVE'
  const isAsked = isLeave && from !== '' && until >= from
  const { data } = useRead(
    departments.leaveRequests.days,
    { query: { startDate: from, endDate: until, ...(onBehalfOfId ? { onBehalfOfId } : {}) } },
    { enabled: isAsked, keepPrevious: true },
  )
  const year = Number(from.slice(0, 4))
  const balances = useRead(
    leave.balances,
    { query: { year } },
    { enabled: isAsked && !onBehalfOfId, keepPrevious: true },
  )
  const balance = balances.data?.data.find(({ leaveType }) => leaveType === answers['leaveType'])
  if (!isLeave) return null
  if (!isAsked || !data) {
    return (
      <div className={classes.kept} aria-live="polite">
        <SectionTitle size="portal">{words.title}</SectionTitle>
        <p className={classes.quiet}>{words.untilChosen}</p>
      </div>
    )
  }
  return (
    <div className={classes.kept} aria-live="polite">
      <SectionTitle size="portal">{words.title}</SectionTitle>
      {data.totalDays > 0 ? <p className={classes.count}>{words.days(data.totalDays)}</p> : null}
      {data.refusal ? (
        <p className={classes.refusal}>{data.refusal}</p>
      ) : (
        <p className={classes.quiet}>{words.counted(data.calendarName)}</p>
      )}
      {balance?.left === null || balance?.left === undefined ? null : (
        <p className={balance.left < data.totalDays ? classes.refusal : classes.quiet}>
          {words.left(balance.left, year)}
        </p>
      )}
      {data.holidays.length > 0 ? (
        <p className={classes.quiet}>{words.holidays(data.holidays.map(dayText))}</p>
      ) : null}
    </div>
  )
}
