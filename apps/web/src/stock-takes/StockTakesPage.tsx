import { type StockTakeRow, stockTakes } from '@deskhand/contract'
import { SegmentedControl } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useAddressQuery } from '../address.ts'
import { usePages } from '../api.ts'
import { dayText } from '../forms/dayText.ts'
import { useTopics } from '../live.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Meter } from '../ui/Meter.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import classes from './StockTakes.module.css'
import { countedOf, scopeText, wayText } from './scopeText.ts'
import { stockTakeWords as words } from './words.ts'

const topics = ['assets']
const shows = { open: 'PENDING,ACTIVE,REVIEW', ended: 'COMPLETED,ARCHIVED,CANCELLED' } as const

/** Every stock-take, for whoever works at a desk. */
export default function StockTakesPage() {
  return holds(useMe(), 'assets.work') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const { query, change } = useAddressQuery()
  const router = useRouter()
  const mayPrepare = holds(useMe(), 'assets.supervise')
  const shown = query.get('show')
  const state = shown === 'open' || shown === 'ended' ? shows[shown] : undefined
  const pages = usePages(stockTakes.list, { query: { ...(state && { state }) } }, { keepPrevious: true })
  useTopics(topics)
  return (
    <Page
      title={words.title}
      about={words.about}
      width="wide"
      actions={
        <>
          <ExportLink route={stockTakes.list} query={{ ...(state && { state }) }} />
          <Button
            variant="primary"
            disabledReason={mayPrepare ? null : words.onlyLeads}
            onPress={() => router.history.push('/stock-takes/new')}
          >
            {words.new}
          </Button>
        </>
      }
    >
      <div className={classes.filters}>
        <SegmentedControl
          aria-label={words.stateFilter}
          value={shown ?? 'all'}
          data={[
            { value: 'all', label: words.anyState },
            { value: 'open', label: words.open },
            { value: 'ended', label: words.ended },
          ]}
          onChange={(next) => change({ show: next === 'all' ? null : next })}
        />
      </div>
      <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      {pages.isPending ? (
        <SkeletonRows rows={4} lines={2} />
      ) : pages.items.length === 0 ? (
        pages.error ? null : state ? (
          <EmptyState shape="search" size="small" title={words.noneOfState} />
        ) : (
          <EmptyState shape="list" title={words.empty}>
            {words.emptyAbout}
          </EmptyState>
        )
      ) : (
        <ul className={classes.list} aria-label={words.title}>
          {pages.items.map((one) => (
            <Row key={one.id} stockTake={one} />
          ))}
        </ul>
      )}
      {pages.hasNextPage ? (
        <LoadMore
          label={words.more}
          busy={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        />
      ) : null}
    </Page>
  )
}

function Row({ stockTake }: { stockTake: StockTakeRow }) {
  const { id, name, state, dueOn, counts } = stockTake
  const isRunning = state === 'ACTIVE' || state === 'REVIEW'
  const text = words.progress(countedOf(stockTake), counts.expected)
  return (
    <li className={classes.row}>
      <div>
        <p className={classes.name}>
          <a href={`/stock-takes/${id}`}>{name}</a>
        </p>
        <p className={classes.quiet}>
          {[
            words.states[state],
            scopeText(stockTake),
            wayText(stockTake),
            dueOn && isRunning && words.dueOn(dayText(dueOn)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {state === 'PENDING' || state === 'CANCELLED' ? null : (
        <div className={classes.progress}>
          <span className={classes.quiet}>{text}</span>
          {counts.expected ? <Meter label={text} value={countedOf(stockTake)} max={counts.expected} /> : null}
        </div>
      )}
    </li>
  )
}
