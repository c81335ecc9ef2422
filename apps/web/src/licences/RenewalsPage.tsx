import { type LicenceRenewal, licences } from '@deskhand/contract'
import { SegmentedControl } from '@mantine/core'
import { useAddressQuery } from '../address.ts'
import { usePages } from '../api.ts'
import { moneyText } from '../approvals/moneyText.ts'
import rows from '../desks/Desks.module.css'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { dayOf, plainDay, useNow } from '../ui/time.ts'
import classes from './Licences.module.css'
import { licenceWords, termWords, renewalWords as words } from './words.ts'

const aDay = 86_400_000
const monthOf = (day: string) =>
  new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))

/** What has to be decided, paid or let go of, in the order of its days, by month. */
export default function RenewalsPage() {
  return holds(useMe(), 'assets.read') ? <All /> : <RefusedPage>{licenceWords.refused}</RefusedPage>
}

function All() {
  const now = useNow()
  const { query, change } = useAddressQuery()
  const days = query.get('days') ?? 'all'
  const until = Number(days) > 0 ? dayOf(new Date(now.getTime() + Number(days) * aDay)) : null
  const filters = until ? { until } : {}
  const pages = usePages(licences.renewals, { query: { limit: 100, ...filters } }, { keepPrevious: true })
  const months = Map.groupBy(pages.items, ({ nextOn }) => nextOn.slice(0, 7))
  return (
    <Page
      title={words.title}
      about={words.about}
      width="wide"
      actions={
        <div className={classes.links}>
          <a href="/licences">{words.back}</a>
          <ExportLink route={licences.renewals} query={filters} />
        </div>
      }
    >
      <div className={classes.filters}>
        <SegmentedControl
          aria-label={words.until}
          data={['30', '90', '365', 'all'].map((value) => ({
            value,
            label: words.untilChoices[value] ?? '',
          }))}
          value={days in words.untilChoices ? days : 'all'}
          onChange={(next) => change({ days: next === 'all' ? null : next })}
        />
      </div>
      {pages.isError && pages.items.length === 0 ? (
        <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {pages.isPending ? <SkeletonRows rows={8} lines={2} /> : null}
      {pages.isSuccess && pages.items.length === 0 ? (
        <EmptyState shape="list" title={words.empty}>
          {words.emptyAbout}
        </EmptyState>
      ) : null}
      {[...months].map(([month, renewals]) => (
        <section key={month} className={classes.month} aria-label={monthOf(`${month}-01`)}>
          <SectionTitle>{monthOf(`${month}-01`)}</SectionTitle>
          <ul className={rows.rows}>
            {renewals.map((renewal) => (
              <Renewal key={renewal.term.id} renewal={renewal} today={dayOf(now)} />
            ))}
          </ul>
        </section>
      ))}
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

function Renewal({ renewal, today }: { renewal: LicenceRenewal; today: string }) {
  const now = useNow()
  const { licence, term, nextOn, next, total, owner } = renewal
  const left = Math.round((Date.parse(nextOn) - Date.parse(today)) / aDay)
  const isNear = left <= 14 && next === 'NOTICE'
  const facts = [
    next === 'END' || !term.endsOn ? null : licenceWords.endsOn(plainDay(term.endsOn, now)),
    term.renewsItself && !term.noticeGivenOn ? termWords.itself : null,
    term.noticeGivenOn ? termWords.noticeGiven(plainDay(term.noticeGivenOn, now)) : null,
    words.seats(licence.used, licence.seats),
    total && term.cost ? words.total(moneyText(total), termWords.per[term.cost.per]) : null,
    owner?.name,
  ]
  return (
    <li className={classes.date}>
      <time dateTime={nextOn}>{plainDay(nextOn, now)}</time>
      <div>
        <p className={rows.name}>
          <a href={`/licences/${licence.id}`}>{licence.name}</a>
        </p>
        <p className={rows.about}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <p className={isNear ? classes.warn : classes.muted}>
        {words.next[next]}, {words.inDays(left)}
      </p>
    </li>
  )
}
