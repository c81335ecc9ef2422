import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import type { useLens } from '../lens.ts'
import type { useGroupedRows } from '../useGroupedRows.ts'
import { emptyWords as words } from '../words.ts'

type ViewStatesProps = {
  list: Pick<ReturnType<typeof useGroupedRows>, 'rows' | 'isPending' | 'isError' | 'error' | 'retry'>
  look: Pick<ReturnType<typeof useLens>, 'isChanged' | 'reset'>
  lines?: 1 | 2
  children: ReactNode
}

/** What a list shows while it has no rows: why, and a way on. */
export function ViewStates({ list, look, lines = 2, children }: ViewStatesProps) {
  if (list.rows.length > 0) return children
  if (list.isError) return <ProblemNotice problem={list.error} onRetry={list.retry} />
  if (list.isPending) return <SkeletonRows rows={8} lines={lines} />
  if (!look.isChanged)
    return (
      <EmptyState shape="tray" size="small" title={words.first}>
        {words.firstAbout}
      </EmptyState>
    )
  return (
    <EmptyState
      shape="tray"
      size="small"
      title={words.filtered}
      action={<Button onPress={look.reset}>{words.clear}</Button>}
    />
  )
}
