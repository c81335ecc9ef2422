import { audit } from '@deskhand/contract'
import { useRead } from '../../api.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import { personWords as words } from '../words.ts'
import classes from './PersonAside.module.css'

/** The last lines of the audit log about somebody. */
export function PersonHistory({ id }: { id: string }) {
  const log = useRead(audit.list, { query: { subjectId: id, limit: 8 } })
  return (
    <section className={classes.section}>
      <SectionTitle>{words.history}</SectionTitle>
      <ProblemNotice problem={log.error} onRetry={() => void log.refetch()} />
      {log.data?.data.length === 0 ? <p className={classes.none}>{words.noHistory}</p> : null}
      <ol className={classes.lines}>
        {log.data?.data.map((entry) => (
          <li key={entry.id} className={classes.entry}>
            <span className={classes.time}>
              <TimeText at={entry.at} form="gutter" />
            </span>
            <span>{entry.words}</span>
          </li>
        ))}
      </ol>
      <p className={classes.links}>
        <a href={`/audit?subject=${id}`}>{words.allHistory}</a>
        <a href={`/audit?actor=${id}`}>{words.allDone}</a>
      </p>
    </section>
  )
}
