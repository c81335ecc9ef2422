import { type Operation, operations, undoWindow } from '@deskhand/contract'
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useAddressQuery } from '../address.ts'
import { usePages } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import classes from '../desks/Desks.module.css'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { OperationRow } from './OperationRow.tsx'
import { UndoQuestion } from './UndoQuestion.tsx'
import { manyChanges, useUndo } from './useUndo.tsx'
import { operationWords as words } from './words.ts'

/** What was changed at once, how it went, and a way back. */
export default function OperationsPage() {
  return holds(useMe(), 'requests.work') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const { query, change } = useAddressQuery()
  const isHalf = query.get('show') === 'half'
  const all = usePages(operations.list, { query: { limit: 30, ...(isHalf && { isIncomplete: 'true' }) } })
  const { undo, dialog } = useUndo()
  const [asked, setAsked] = useState<Operation | null>(null)
  return (
    <>
      <CompanyNav current="operations" />
      <Page
        title={words.title}
        about={words.about(undoWindow.hours)}
        width="wide"
        actions={
          <SegmentedControl
            aria-label={words.show}
            data={[
              { value: 'all', label: words.all },
              { value: 'half', label: words.half },
            ]}
            value={isHalf ? 'half' : 'all'}
            onChange={(next) => change({ show: next === 'half' ? next : null })}
          />
        }
      >
        {all.error ? <ProblemNotice problem={all.error} onRetry={() => void all.refetch()} /> : null}
        {all.isPending ? <SkeletonRows rows={6} lines={2} /> : null}
        {all.data && all.items.length === 0 ? (
          <EmptyState shape="list" title={isHalf ? words.emptyFiltered : words.empty}>
            {isHalf ? null : words.emptyAbout}
          </EmptyState>
        ) : null}
        <ul className={classes.rows} aria-label={words.title}>
          {all.items.map((operation) => (
            <OperationRow
              key={operation.id}
              operation={operation}
              onUndo={(one) => (one.changed < manyChanges ? undo(one.id, one.total) : setAsked(one))}
            />
          ))}
        </ul>
        {all.hasNextPage ? (
          <LoadMore
            label={words.more}
            busy={all.isFetchingNextPage}
            onPress={() => void all.fetchNextPage()}
          />
        ) : null}
        {asked ? (
          <UndoQuestion
            operation={asked}
            onClose={() => setAsked(null)}
            onConfirm={() => {
              setAsked(null)
              undo(asked.id, asked.total)
            }}
          />
        ) : null}
        {dialog}
      </Page>
    </>
  )
}
