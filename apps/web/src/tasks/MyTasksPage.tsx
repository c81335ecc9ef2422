import { tasks } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import classes from './MyTasksPage.module.css'
import { OwnTaskRow } from './OwnTaskRow.tsx'
import { myTaskWords } from './words.ts'

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
            <OwnTaskRow key={task.id} task={task} />
          ))}
        </ul>
      )}
    </Page>
  )
}
