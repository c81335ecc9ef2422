import { type AssetRow, assets } from '@deskhand/contract'
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useAddressText } from '../address.ts'
import { usePages } from '../api.ts'
import { useTopics } from '../live.ts'
import { type Command, useCommands } from '../shell/commands.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { useRowCommands } from '../shell/rowCommands.ts'
import { holds, useMe } from '../shell/session.ts'
import { announce } from '../ui/announcements.ts'
import { Button } from '../ui/Button.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Pane, Panes } from '../ui/Pane.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { useNow } from '../ui/time.ts'
import classes from './AssetsPage.module.css'
import { columnsOf, ThingCard } from './columns.tsx'
import { type FilterName, lastSeen, ownFieldOf, useAssetFilters } from './filters.ts'
import { AssetsHead } from './parts/AssetsHead.tsx'
import { PickedBar } from './parts/PickedBar.tsx'
import { useEveryPage } from './useEveryPage.ts'
import { useOwnFields } from './useOwnFields.ts'
import { usePicked } from './usePicked.ts'
import { assetCommands, assetsWords as words } from './words.ts'

const topics = ['assets']
const keyOf = ({ id }: AssetRow) => id

/** All things of the company, for whoever works at a desk. */
export default function AssetsPage() {
  return holds(useMe(), 'assets.read') ? <Things /> : <RefusedPage>{words.refused}</RefusedPage>
}

function Things() {
  const router = useRouter()
  const mayWork = holds(useMe(), 'assets.work')
  const filters = useAssetFilters()
  const { sort, sortBy, asOf, isDeleted, query } = filters
  const ownFields = useOwnFields([])
  const now = useNow()
  const [text, type] = useAddressText('q')
  const [asked] = useDebouncedValue(text.trim(), 150)
  const [cursor, setCursor] = useState<string | null>(lastSeen.cursor)
  const [opened, setOpened] = useState<FilterName | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const isNarrow = useMediaQuery('(max-width: 691px)') ?? false
  const pages = usePages(
    assets.list,
    { query: { ...query, ...(asked && { q: asked }) } },
    { keepPrevious: true },
  )
  const rows = pages.items
  const total = pages.data?.pages[0]?.page.totalEstimate ?? null
  const isFiltered = asked !== '' || filters.isFiltered
  const isStill = asOf !== null || isDeleted || !mayWork
  const { picked, pick, pickAll, clear } = usePicked(rows, cursor, isStill)
  const every = useEveryPage(pages, pickAll)
  useTopics(topics)

  useEffect(() => {
    lastSeen.search = router.state.location.searchStr
    lastSeen.cursor = cursor
  })
  useEffect(() => {
    if (total !== null && isFiltered) announce(words.count(total))
  }, [total, isFiltered])

  const open = ({ assetTag }: AssetRow) =>
    router.history.push(`/a/${encodeURIComponent(assetTag)}${asOf ? `?asOf=${asOf}` : ''}`)
  const box = useRowCommands({
    slice: 'assets',
    items: rows,
    keyOf,
    cursor,
    onCursorChange: setCursor,
    onOpen: open,
  })
  const commands = useMemo<Command[]>(() => {
    const list = { scope: 'list', group: 'record' } as const
    return [
      {
        ...list,
        id: 'assets.find',
        title: assetCommands.find,
        keys: '/',
        run: () => search.current?.focus(),
      },
      {
        ...list,
        id: 'assets.filter',
        title: assetCommands.filter,
        keys: 'f',
        run: () => setOpened('status'),
      },
    ]
  }, [])
  useCommands(commands)

  return (
    <Panes title={words.title} shows="one">
      <Pane
        kind="detail"
        label={words.title}
        still
        head={
          <AssetsHead
            filters={filters}
            total={total?.toLocaleString('en') ?? (pages.hasNextPage ? words.many : null)}
            text={text}
            onType={type}
            search={search}
            opened={opened}
            onOpenedChange={setOpened}
            isNarrow={isNarrow}
          />
        }
        foot={
          picked.size > 0 ? (
            <PickedBar
              rows={[...picked.values()]}
              onClear={clear}
              {...((pages.hasNextPage || picked.size < rows.length) && {
                every: {
                  count: pages.hasNextPage ? total : rows.length,
                  isBusy: every.isLoading,
                  pick: every.load,
                },
              })}
            />
          ) : null
        }
      >
        {pages.isError && rows.length === 0 ? (
          <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
        ) : pages.isPending ? (
          <SkeletonRows rows={14} lines={1} />
        ) : rows.length === 0 ? (
          <EmptyState
            shape="list"
            size="small"
            title={isFiltered ? words.filteredTitle : asOf ? words.noneThen : words.empty}
            {...(isFiltered && { action: <Button onPress={filters.clear}>{words.clear}</Button> })}
          >
            {isFiltered ? words.filtered : asOf ? null : words.emptyAbout}
          </EmptyState>
        ) : (
          <div ref={box} className={classes.table}>
            <DataTable
              label={words.title}
              columns={columnsOf({
                sort,
                onSort: sortBy,
                ownFieldName: ownFields.find(({ key }) => key === ownFieldOf(sort))?.label ?? null,
                now,
                picked,
                onPick: isStill ? null : pick,
              })}
              items={rows}
              keyOf={keyOf}
              renderCard={(thing) => <ThingCard thing={thing} />}
              cursor={cursor}
              onCursorChange={setCursor}
              onOpen={open}
              onReachEnd={() => {
                if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
              }}
              {...(isStill ? {} : { picked, onPick: pick })}
              {...(total !== null && { total })}
            />
          </div>
        )}
      </Pane>
    </Panes>
  )
}
