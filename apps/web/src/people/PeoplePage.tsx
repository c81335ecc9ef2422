import { people } from '@deskhand/contract'
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks'
import { useRouter } from '@tanstack/react-router'
import { UserPlus } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useAddressText } from '../address.ts'
import { usePages } from '../api.ts'
import { type Command, useCommands } from '../shell/commands.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { useRowCommands } from '../shell/rowCommands.ts'
import { holds, useMe } from '../shell/session.ts'
import { announce } from '../ui/announcements.ts'
import { Button } from '../ui/Button.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Pane, PaneStrip, Panes } from '../ui/Pane.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { columnsOf, PersonCard, type PersonRow } from './columns.tsx'
import { type FilterName, filterNames, lastSeen, usePeopleFilters } from './filters.ts'
import classes from './PeoplePage.module.css'
import { InviteDialog } from './parts/InviteDialog.tsx'
import { PeopleFilters } from './parts/PeopleFilters.tsx'
import { personCommands, peopleWords as words } from './words.ts'

const keyOf = ({ id }: PersonRow) => id

/** The directory: for who works on requests to look up, for admins to manage. */
export default function PeoplePage() {
  const me = useMe()
  return holds(me, 'people.list') ? <Directory /> : <RefusedPage>{words.refused}</RefusedPage>
}

function Directory() {
  const managesPeople = holds(useMe(), 'people.manage')
  const router = useRouter()
  const filters = usePeopleFilters()
  const { sort, isRemoved, query, change } = filters
  const [text, type] = useAddressText('q')
  const [asked] = useDebouncedValue(text.trim(), 150)
  const [cursor, setCursor] = useState<string | null>(lastSeen.cursor)
  const [isInviting, setInviting] = useState(false)
  const [opened, setOpened] = useState<FilterName | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const isNarrow = useMediaQuery('(max-width: 691px)') ?? false
  const pages = usePages(
    people.list,
    { query: { ...query, ...(asked && { q: asked }) } },
    { keepPrevious: true },
  )
  const rows = pages.items
  const total = pages.data?.pages[0]?.page.totalEstimate ?? null
  const isFiltered = asked !== '' || isRemoved || filterNames.some((name) => filters.picked[name].length > 0)

  useEffect(() => {
    lastSeen.search = router.state.location.searchStr
    lastSeen.cursor = cursor
  })
  useEffect(() => {
    if (total !== null && isFiltered) announce(words.count(total))
  }, [total, isFiltered])

  const open = ({ id }: PersonRow) => router.history.push(`/people/${id}`)
  const box = useRowCommands({
    slice: 'people',
    items: rows,
    keyOf,
    cursor,
    onCursorChange: setCursor,
    onOpen: open,
  })
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'people.find',
        title: personCommands.find,
        keys: '/',
        scope: 'list',
        group: 'record',
        run: () => search.current?.focus(),
      },
      {
        id: 'people.filter',
        title: personCommands.filter,
        keys: 'f',
        scope: 'list',
        group: 'record',
        run: () => setOpened('role'),
      },
      ...(managesPeople
        ? [
            {
              id: 'people.create',
              title: personCommands.invite,
              scope: 'list' as const,
              group: 'create' as const,
              run: () => setInviting(true),
            },
          ]
        : []),
    ],
    [managesPeople],
  )
  useCommands(commands)

  const clear = () =>
    change({ q: null, role: null, state: null, department: null, site: null, removed: null })
  const find = (
    <SearchField size="small" label={words.find} value={text} onChange={type} keys="/" inputRef={search} />
  )
  const columns = columnsOf({
    sort,
    onSort: (next) => change({ sort: next === 'name' ? null : next }),
    managesPeople,
    isRemoved,
  })
  return (
    <Panes title={words.title} shows="one">
      <Pane
        kind="detail"
        label={words.title}
        still
        head={
          <>
            <PaneStrip title={words.title} count={total}>
              {isNarrow ? null : <div className={classes.find}>{find}</div>}
              {isNarrow ? null : (
                <ExportLink route={people.list} query={{ ...query, ...(asked && { q: asked }) }} />
              )}
              {managesPeople ? (
                <Button
                  variant="primary"
                  size="small"
                  icon={<Icon of={UserPlus} />}
                  onPress={() => setInviting(true)}
                >
                  {words.invite}
                </Button>
              ) : null}
            </PaneStrip>
            <div className={classes.filters}>
              {isNarrow ? find : null}
              <PeopleFilters
                filters={filters}
                mayRestore={managesPeople}
                opened={opened}
                onOpenedChange={setOpened}
                withSort={isNarrow}
              />
            </div>
          </>
        }
      >
        {pages.isError && rows.length === 0 ? (
          <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
        ) : pages.isPending ? (
          <SkeletonRows rows={12} lines={1} />
        ) : rows.length === 0 ? (
          <EmptyState
            shape="people"
            size="small"
            title={isRemoved ? words.noRemoved : isFiltered ? words.filteredTitle : words.empty}
            {...(isFiltered && { action: <Button onPress={clear}>{words.clear}</Button> })}
          >
            {isRemoved ? words.noRemovedAbout : isFiltered ? words.filtered : words.emptyAbout}
          </EmptyState>
        ) : (
          <div ref={box} className={classes.table}>
            <DataTable
              label={words.title}
              columns={columns}
              items={rows}
              keyOf={keyOf}
              renderCard={(person) => <PersonCard person={person} />}
              cursor={cursor}
              onCursorChange={setCursor}
              onOpen={open}
              onReachEnd={() => {
                if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
              }}
              {...(total !== null && { total })}
            />
          </div>
        )}
      </Pane>
      {isInviting ? <InviteDialog onClose={() => setInviting(false)} onInvited={setCursor} /> : null}
    </Panes>
  )
}
