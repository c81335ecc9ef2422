import { type ReplyOf, tasks } from '@deskhand/contract'
import { Checkbox } from '@mantine/core'
import { useRead } from '../api.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { Tag } from '../ui/Tag.tsx'
import { dayInSentence, useNow } from '../ui/time.ts'
import classes from './MyTasksPage.module.css'
import { useTaskActs } from './useTaskActs.ts'
import { myTaskWords, taskWords as words } from './words.ts'

type Mine = ReplyOf<typeof tasks.mine>['data'][number]

/** What one has to do for requests, whoever has those in hand. */
export default function MyTasksPage() {
  const me = useMe()
  return holds(me, 'requests.work') ? <All /> : <RefusedPage>{myTaskWords.refused}</RefusedPage>
}

function All() {
  const { data, error, refetch } = useRead(tasks.mine, {})
  return (
    <Page title={myTaskWords.title} about={myTaskWords.about} width="wide">
      {error ? (
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={6} lines={2} />
      ) : data.data.length === 0 ? (
        <EmptyState shape="list" title={myTaskWords.empty}>
          {myTaskWords.emptyAbout}
        </EmptyState>
      ) : (
        <ul className={classes.list} aria-label={myTaskWords.title}>
          {data.data.map((task) => (
            <Row key={task.id} task={task} />
          ))}
        </ul>
      )}
    </Page>
  )
}

function Row({ task }: { task: Mine }) {
  const now = useNow()
  const { tick } = useTaskActs({ id: task.requestId })
  const due = task.dueAt ? new Date(task.dueAt) : null
  const facts = [
    due ? (due < now ? words.overdue : words.due)(dayInSentence(due, now)) : null,
    task.isMandatory ? words.mandatory : null,
  ].filter(Boolean)
  const href = `/q/${task.deskCode.toLowerCase()}-all?sel=${encodeURIComponent(task.referenceNumber)}`
  return (
    <li className={classes.row}>
      <Checkbox label={task.title} checked={false} onChange={() => tick(task, true)} />
      <p className={classes.about}>
        <Tag reference={task.referenceNumber} size="compact" href={href} />
        <span className={classes.summary}>{task.summary}</span>
        {facts.length > 0 ? <span>{facts.join(' · ')}</span> : null}
      </p>
    </li>
  )
}
