import { type Asset, assets } from '@deskhand/contract'
import { useParams } from '@tanstack/react-router'
import { useAddressQuery } from '../address.ts'
import { useRead } from '../api.ts'
import { useTopics } from '../live.ts'
import { holds, useMe } from '../shell/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page, useTitle } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { problemOf } from '../ui/problem.ts'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { dayOf, shortDate, useNow } from '../ui/time.ts'
import classes from './AssetPage.module.css'
import { nameOf } from './columns.tsx'
import { AssetConflict } from './parts/AssetConflict.tsx'
import { AssetHead } from './parts/AssetHead.tsx'
import { AssetTabs } from './parts/AssetTabs.tsx'
import { DaySlider } from './parts/DaySlider.tsx'
import { Facts } from './parts/Facts.tsx'
import { thingWords as words } from './thingWords.ts'
import { useAssetChange } from './useAssetChange.ts'
import { assetsWords } from './words.ts'

const topics = ['assets']
const none: readonly string[] = []
const aDay = /^\d{4}-\d\d-\d\d$/

/** One thing: what it is, who has it, what happened to it; as it is, or as it was on a day. Labels lead here. */
export default function AssetPage() {
  const { tag } = useParams({ from: '/app/a/$tag' })
  const now = useRead(assets.byTag, { params: { tag } })
  if (now.data) return <Thing key={now.data.id} asset={now.data} />
  const isGone = problemOf(now.error)?.status === 404
  return (
    <Page title={isGone ? words.gone : assetsWords.title} {...(isGone && { heading: <span /> })}>
      {isGone ? (
        <EmptyState shape="search" title={words.gone} isPage>
          {words.goneAbout}
        </EmptyState>
      ) : now.error ? (
        <ProblemNotice problem={now.error} onRetry={() => void now.refetch()} />
      ) : (
        <SkeletonRows rows={6} lines={1} />
      )}
    </Page>
  )
}

function Thing({ asset: present }: { asset: Asset }) {
  const { id, assetTag } = present
  const me = useMe()
  const { query, change: go } = useAddressQuery()
  const day = query.get('asOf')
  const asOf = day && aDay.test(day) ? day : null
  const past = useRead(
    assets.get,
    { params: { id }, query: { ...(asOf && { asOf }) } },
    { enabled: asOf !== null, keepPrevious: true },
  )
  const isNotYet = asOf !== null && problemOf(past.error)?.status === 404
  const then = asOf !== null && past.data ? past.data : present
  // It was not seen on that day by whom it is seen today.
  const isSeenSince = asOf !== null && then.lastSeenAt !== null && dayOf(new Date(then.lastSeenAt)) > asOf
  const shown = isSeenSince ? { ...then, lastSeenAt: null } : then
  const { change, conflict, keepTheirs } = useAssetChange(present)
  const maySeeAll = holds(me, 'assets.read')
  useTopics(maySeeAll ? topics : none)
  const moment = useNow()
  useTitle(`${assetTag} ${nameOf(shown)}`)
  return (
    <div className={classes.page}>
      <div className={classes.main}>
        <header className={classes.head}>
          <AssetHead asset={shown} isPast={asOf !== null} />
          <AssetConflict conflict={conflict} onKeep={keepTheirs} />
          <DaySlider asset={present} asOf={asOf} onChange={(next) => go({ asOf: next })} />
        </header>
        {isNotYet ? (
          <EmptyState shape="page" size="small" title={words.notYet}>
            {words.notYetAbout(shortDate(new Date(present.createdAt), moment))}
          </EmptyState>
        ) : (
          <AssetTabs asset={present} asOf={asOf} />
        )}
      </div>
      {isNotYet ? null : (
        <aside className={classes.aside} aria-label={words.facts}>
          <Facts asset={shown} change={asOf === null && present.mayChange ? change : null} />
        </aside>
      )}
    </div>
  )
}
