import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { RefusedPage } from '../../shell/RefusedPage.tsx'
import { holds, useMe } from '../../shell/session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { stockTakeWords, countWords as words } from '../words.ts'
import { Counting } from './Counting.tsx'
import { isOwnDocument, keepShell } from './keepShell.ts'
import { useCounting } from './useCounting.ts'
import { warmUp } from './warmUp.ts'

export type Kept = 'preparing' | 'ready' | 'no'

/** A phone in a store: labels are read, with a network or without one. */
export default function CountPage() {
  return holds(useMe(), 'assets.work') ? <Count /> : <RefusedPage>{stockTakeWords.refused}</RefusedPage>
}

function Count() {
  const { id } = useParams({ from: '/app/stock-takes/$id/count' })
  const me = useMe()
  const counting = useCounting(id, me.id)
  const [kept, setKept] = useState<Kept>('preparing')
  const whoAmI = useRef(me)
  useEffect(() => {
    // The worker keeps documents that were opened here; a page that the router came to is opened once more.
    if (!isOwnDocument()) return window.location.reload()
    keepShell(whoAmI.current, warmUp).then(
      (isKept) => setKept(isKept ? 'ready' : 'no'),
      // Without a network it was kept before, or it would not be open.
      () => setKept(navigator.serviceWorker?.controller ? 'ready' : 'no'),
    )
  }, [])
  const { sheet, problem } = counting
  if (sheet) return <Counting id={id} sheet={sheet} counting={counting} kept={kept} personId={me.id} />
  return (
    <Page title={words.title}>
      {problem === null ? (
        <SkeletonRows rows={4} lines={2} />
      ) : problemOf(problem) ? (
        <ProblemNotice problem={problem} onRetry={() => void counting.reload()} />
      ) : (
        <EmptyState shape="list" title={words.notHere}>
          {words.notHereAbout}
        </EmptyState>
      )}
    </Page>
  )
}
