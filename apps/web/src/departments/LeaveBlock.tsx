import { departments } from '@deskhand/contract'
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
  const leaveType = typeof answers['leaveType'] === 'string' ? { leaveType: answers['leaveType'] } : {}
  const { data } = useRead(
    departments.leaveRequests.days,
    { query: { startDate: from, endDate: until, ...leaveType, ...(onBehalfOfId ? { onBehalfOfId } : {}) } },
    { enabled: isAsked, keepPrevious: true },
  )
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
      {data.warnings.map((warning) => (
        <p key={warning} className={classes.warning}>
          {warning}
        </p>
      ))}
      {data.warnings.length > 0
        ? null
        : data.years.map(({ year, leftAfter }) =>
            leftAfter === null ? null : (
              <p key={year} className={classes.quiet}>
                {words.left(leftAfter, year)}
              </p>
            ),
          )}
      {data.holidays.length > 0 ? (
        <p className={classes.quiet}>{words.holidays(data.holidays.map(dayText))}</p>
      ) : null}
    </div>
  )
}
