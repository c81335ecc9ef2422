import { audit, desks } from '@deskhand/contract'
import { ArrowUp } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useRead } from '../api.ts'
import { useTopics } from '../live.ts'
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
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import classes from './AuditPage.module.css'
import { columnsOf, EntryCard } from './columns.tsx'
import { useAuditFilters } from './filters.ts'
import { AuditFilterBar } from './parts/AuditFilterBar.tsx'
import { EntryDetails } from './parts/EntryDetails.tsx'
import { useLog } from './useLog.ts'
import type { Entry } from './values.ts'
import { auditWords as words } from './words.ts'

const keyOf = ({ id }: Entry) => id

/** Who did what to what, for admins; nothing here can be changed. */
export default function AuditPage() {
  const me = useMe()
  return holds(me, 'audit.read') ? <Log /> : <RefusedPage>{words.refused}</RefusedPage>
}

function Log() {
  const { company } = useMe()
  const filters = useAuditFilters()
  const log = useLog(filters.query)
  const [cursor, setCursor] = useState<string | null>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [isFiltering, setFiltering] = useState(false)
  const allDesks = useRead(desks.list, {}, { staleTime: 300_000 }).data?.data
  useTopics(useMemo(() => (allDesks ?? []).map(({ code }) => `desk:${code}`), [allDesks]))

  const { freshCount, hasMoreFresh, items } = log
  useEffect(() => {
    if (freshCount > 0) announce(words.freshSaid(freshCount))
  }, [freshCount])

  const toggle = useCallback(({ id }: Entry) => {
    setOpened((was) => (was.has(id) ? new Set([...was].filter((one) => one !== id)) : new Set([...was, id])))
  }, [])
  const opening = { isOpen: ({ id }: Entry) => opened.has(id), toggle, zone: company.zone }
  const box = useRowCommands({
    slice: 'audit',
    items,
    keyOf,
    cursor,
    onCursorChange: setCursor,
    onOpen: toggle,
  })
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'audit.filter',
        title: words.find,
        keys: 'f',
        scope: 'list',
        group: 'record',
        run: () => setFiltering(true),
      },
    ],
    [],
  )
  useCommands(commands)

  const clear = () =>
    filters.change({
      actor: null,
      subject: null,
      kind: null,
      name: null,
      tag: null,
      when: null,
      from: null,
      until: null,
      signins: null,
    })
  const takeIn = () => {
    log.takeIn()
    setCursor(null)
    box.current?.querySelector('[role="grid"]')?.scrollTo({ top: 0 })
  }
  return (
    <Panes title={words.title} shows="one">
      <Pane
        kind="detail"
        label={words.title}
        still
        head={
          <>
            <PaneStrip title={words.title}>
              <ExportLink route={audit.list} query={filters.query} />
            </PaneStrip>
            <div className={classes.filters}>
              <AuditFilterBar filters={filters} opened={isFiltering} onOpenedChange={setFiltering} />
            </div>
          </>
        }
      >
        <div className={classes.body}>
          {freshCount > 0 ? (
            <div className={classes.pill}>
              <Button size="small" variant="primary" icon={<Icon of={ArrowUp} />} onPress={takeIn}>
                {words.fresh(freshCount, hasMoreFresh)}
              </Button>
            </div>
          ) : null}
          {log.isError && items.length === 0 ? (
            <ProblemNotice problem={log.error} onRetry={() => void log.refetch()} />
          ) : log.isPending ? (
            <SkeletonRows rows={14} lines={1} />
          ) : items.length === 0 ? (
            <EmptyState
              shape="list"
              size="small"
              title={filters.isFiltered ? words.filteredTitle : words.empty}
              {...(filters.isFiltered && { action: <Button onPress={clear}>{words.clear}</Button> })}
            >
              {filters.isFiltered ? words.filtered : words.emptyAbout}
            </EmptyState>
          ) : (
            <div ref={box} className={classes.table}>
              <DataTable
                label={words.title}
                columns={columnsOf(opening)}
                items={items}
                keyOf={keyOf}
                renderCard={(entry) => <EntryCard entry={entry} {...opening} />}
                renderBelow={(entry) => (opened.has(entry.id) ? <EntryDetails entry={entry} /> : null)}
                cursor={cursor}
                onCursorChange={setCursor}
                onOpen={toggle}
                onReachEnd={() => {
                  if (log.hasNextPage && !log.isFetchingNextPage) void log.fetchNextPage()
                }}
              />
            </div>
          )}
        </div>
      </Pane>
    </Panes>
  )
}
