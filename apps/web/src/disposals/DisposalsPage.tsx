import { DisposalStatus, disposals } from '@deskhand/contract'
import { NativeSelect } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useAddressQuery } from '../address.ts'
import { usePages } from '../api.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { shortDate, useNow } from '../ui/time.ts'
import classes from './Disposals.module.css'
import { outcomeWords, stateWords, disposalWords as words } from './words.ts'

const NewDisposalDialog = lazy(() => import('./NewDisposalDialog.tsx'))

/** What leaves the company, the newest first. */
export default function DisposalsPage() {
  return holds(useMe(), 'assets.read') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const me = useMe()
  const now = useNow()
  const router = useRouter()
  const { query, change } = useAddressQuery()
  const [isOpen, setOpen] = useState(false)
  const state = DisposalStatus.safeParse(query.get('state')).data ?? null
  const pages = usePages(disposals.list, { query: { ...(state && { state }) } }, { keepPrevious: true })
  const begin = (
    <Button variant="primary" onPress={() => setOpen(true)}>
      {words.begin}
    </Button>
  )
  return (
    <Page
      title={words.title}
      about={words.about}
      width="wide"
      actions={
        <>
          <ExportLink route={disposals.list} query={{ ...(state && { state }) }} />
          {holds(me, 'assets.work') ? begin : null}
        </>
      }
    >
      <div className={classes.bar}>
        <NativeSelect
          aria-label={words.state}
          value={state ?? ''}
          data={[
            { value: '', label: words.any },
            ...DisposalStatus.options.map((value) => ({ value, label: stateWords[value] })),
          ]}
          onChange={(event) => change({ state: event.currentTarget.value || null })}
        />
      </div>
      <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      {pages.isPending ? <SkeletonRows rows={4} lines={2} /> : null}
      {pages.isSuccess && pages.items.length === 0 ? (
        <EmptyState shape="list" title={state ? words.noneFiltered : words.none}>
          {state ? null : words.noneAbout}
        </EmptyState>
      ) : null}
      <ul className={classes.list} aria-label={words.title}>
        {pages.items.map((one) => (
          <li key={one.id} className={classes.row}>
            <div className={classes.words}>
              <a className={classes.name} href={`/disposals/${one.id}`}>
                {words.heading(one.number, one.name)}
              </a>
              <span className={classes.facts}>
                {words.facts(one.thingCount, outcomeWords[one.outcome], one.partner)}
              </span>
              {one.createdBy ? (
                <span className={classes.facts}>
                  {words.made(one.createdBy.name, shortDate(new Date(one.createdAt), now))}
                </span>
              ) : null}
            </div>
            <span className={classes.state}>{stateWords[one.state]}</span>
          </li>
        ))}
      </ul>
      {pages.hasNextPage ? (
        <LoadMore
          label={words.more}
          busy={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        />
      ) : null}
      {isOpen ? (
        <Suspense fallback={null}>
          <NewDisposalDialog
            onClose={() => setOpen(false)}
            onBegun={({ id }) => router.history.push(`/disposals/${id}`)}
          />
        </Suspense>
      ) : null}
    </Page>
  )
}
