import { AlertKind, AlertState, alerts } from '@deskhand/contract'
import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useAddressQuery } from '../address.ts'
import { usePages, useRead } from '../api.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, keeps, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { AlertRow } from './AlertRow.tsx'
import classes from './Alerts.module.css'
import { useAlertDeeds } from './useAlertDeeds.ts'
import { useAlertKeys } from './useAlertKeys.ts'
import { alertWords as words } from './words.ts'

/** What needs somebody to look, the earliest day first. */
export default function AlertsPage() {
  return holds(useMe(), 'assets.read') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const me = useMe()
  const mayWork = holds(me, 'assets.work')
  const { query, change } = useAddressQuery()
  const state = AlertState.safeParse(query.get('state')).data ?? 'OPEN'
  const kind = AlertKind.safeParse(query.get('kind')).data ?? null
  const subjectId = query.get('subject')
  const filters = { state, ...(kind && { kind }), ...(subjectId && { subjectId }) }
  const pages = usePages(alerts.list, { query: { ...filters, limit: 50 } }, { keepPrevious: true })
  const counts = useRead(alerts.counts, {})
  const deeds = useAlertDeeds()
  useAlertKeys(pages.items, deeds, mayWork)
  const isFiltered = kind !== null || subjectId !== null
  const countOf = ({ open, standing }: { open: number; standing: number }) =>
    state === 'OPEN' ? open : state === 'RESOLVED' ? 0 : standing

  return (
    <Page
      title={words.title}
      about={words.about}
      width="wide"
      actions={
        <>
          <ExportLink route={alerts.list} query={filters} />
          {holds(me, 'assets.manage') ? <a href="/company/alerts">{words.settings}</a> : null}
        </>
      }
    >
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={words.show}
          data={AlertState.options.map((value) => ({ value, label: words.states[value] }))}
          value={state}
          onChange={(next) => change({ state: next === 'OPEN' ? null : next })}
        />
        <NativeSelect
          aria-label={words.kind}
          value={kind ?? ''}
          data={[
            { value: '', label: words.allKinds },
            ...(counts.data?.kinds ?? []).map((one) => ({
              value: one.kind,
              label: words.kindCount(one.label, countOf(one)),
            })),
          ]}
          onChange={(event) => change({ kind: event.currentTarget.value || null })}
        />
        {subjectId ? (
          <span>
            {words.ofOne}{' '}
            <Button size="small" variant="quiet" onPress={() => change({ subject: null })}>
              {words.showAll}
            </Button>
          </span>
        ) : null}
      </div>
      {pages.isError && pages.items.length === 0 ? (
        <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {pages.isPending ? <SkeletonRows rows={8} lines={2} /> : null}
      {pages.isSuccess && pages.items.length === 0 ? (
        <EmptyState shape="bell" title={isFiltered ? words.filtered : words.empty[state]}>
          {!isFiltered && state === 'OPEN' ? words.emptyAbout : null}
        </EmptyState>
      ) : null}
      <ul aria-label={words.title}>
        {pages.items.map((alert) => (
          <AlertRow key={alert.id} alert={alert} deeds={deeds} mayWork={keeps(me, alert)} />
        ))}
      </ul>
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
