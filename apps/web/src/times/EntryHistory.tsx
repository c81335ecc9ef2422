import { type TimeEntry, times } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { stampTime, useNow } from '../ui/time.ts'
import classes from './TimesPanel.module.css'
import { changedWords, timeWords as words } from './words.ts'

/** Who corrected an entry, and what it was before. */
export default function EntryHistory({ entry: { id: entryId, requestId: id } }: { entry: TimeEntry }) {
  const now = useNow()
  const { data, error, refetch } = useRead(times.history, { params: { id, entryId } })
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  return (
    <ol className={classes.history} aria-label={words.history} aria-busy={!data}>
      {(data?.data ?? []).map((change) => (
        <li key={change.at}>
          {stampTime(new Date(change.at), now)} · {change.byName}: {changedWords(change, now)}
        </li>
      ))}
    </ol>
  )
}
