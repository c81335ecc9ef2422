import { mail } from '@deskhand/contract'
import { useState } from 'react'
import { useAddressQuery } from '../address.ts'
import { usePages } from '../api.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { useRowCommands } from '../shell/rowCommands.ts'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FilterField } from '../ui/FilterField.tsx'
import { Pane, PaneStrip, Panes } from '../ui/Pane.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { ViewBar } from '../ui/ViewBar.tsx'
import classes from './MailPage.module.css'
import { MailCard, MailDetails, mailColumns } from './mailColumns.tsx'
import { CompanyNav } from './parts/CompanyNav.tsx'
import { MailState, type SentMail } from './parts/MailState.tsx'
import { companyWords, mailWords as words } from './words.ts'

const states = ['FAILED', 'WAITING', 'SENT', 'KEPT'] as const
const options = states.map((state) => ({
  value: state,
  label: words.states[state],
  glyph: <MailState state={state} decorative />,
}))
const keyOf = ({ id }: SentMail) => id

/** What was mailed in the company's name, and what could not be. */
export default function MailPage() {
  const me = useMe()
  return holds(me, 'company.manage') ? <Outbound /> : <RefusedPage>{companyWords.refused}</RefusedPage>
}

function Outbound() {
  const { query, change } = useAddressQuery()
  const state = states.find((one) => one === query.get('state'))
  const [cursor, setCursor] = useState<string | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const pages = usePages(
    mail.outbound,
    { query: { ...(state && { state }), limit: 100 } },
    { keepPrevious: true, refetchInterval: 20_000 },
  )
  const rows = pages.items
  const toggle = ({ id }: SentMail) => setOpened((was) => (was === id ? null : id))
  const box = useRowCommands({
    slice: 'mail',
    items: rows,
    keyOf,
    cursor,
    onCursorChange: setCursor,
    onOpen: toggle,
  })
  return (
    <>
      <CompanyNav current="mail" />
      <Panes title={companyWords.mail} shows="one">
        <Pane
          kind="detail"
          label={companyWords.mail}
          still
          head={
            <PaneStrip title={companyWords.mail}>
              <ViewBar>
                <FilterField
                  field={words.state}
                  isSingle
                  values={state ? [state] : []}
                  options={options}
                  onChange={([value]) => change({ state: value ?? null })}
                />
              </ViewBar>
            </PaneStrip>
          }
        >
          {pages.isError && rows.length === 0 ? (
            <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
          ) : pages.isPending ? (
            <SkeletonRows rows={10} lines={1} />
          ) : rows.length === 0 ? (
            <EmptyState
              shape="tray"
              size="small"
              title={state ? words.filteredTitle : words.empty}
              {...(state && {
                action: <Button onPress={() => change({ state: null })}>{words.clear}</Button>,
              })}
            >
              {state ? null : words.emptyAbout}
            </EmptyState>
          ) : (
            <div ref={box} className={classes.table}>
              <DataTable
                label={companyWords.mail}
                columns={mailColumns}
                items={rows}
                keyOf={keyOf}
                renderCard={(one) => <MailCard mail={one} />}
                renderBelow={(one) => (opened === one.id ? <MailDetails mail={one} /> : null)}
                cursor={cursor}
                onCursorChange={setCursor}
                onOpen={toggle}
                onReachEnd={() => {
                  if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
                }}
              />
            </div>
          )}
        </Pane>
      </Panes>
    </>
  )
}
