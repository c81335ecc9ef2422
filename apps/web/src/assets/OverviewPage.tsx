import { type AssetOverview, assetReports, livingStates } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { moneyText } from '../approvals/moneyText.ts'
import { useTopics } from '../live.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { plainDay, useNow } from '../ui/time.ts'
import classes from './OverviewPage.module.css'
import { overviewWords as words } from './overviewWords.ts'
import { type Bar, Bars } from './parts/Bars.tsx'
import { thingStateWords } from './stateWords.ts'
import { assetsWords } from './words.ts'

const topics = ['assets']

/** What is counted is what the company has: a link says so too, and leads to exactly as many. */
function listOf(filter: Record<string, string | null>) {
  const search = new URLSearchParams({ status: livingStates.join(',') })
  for (const [name, value] of Object.entries(filter)) if (value !== null) search.set(name, value)
  return `/assets?${search}`
}

/** What the company has, in numbers; each opens its list. */
export default function OverviewPage() {
  return holds(useMe(), 'assets.read') ? <Overview /> : <RefusedPage>{assetsWords.refused}</RefusedPage>
}

function Overview() {
  const { data, error, isPending, refetch } = useRead(assetReports.overview, {})
  useTopics(topics)
  return (
    <Page
      title={words.title}
      width="wide"
      about={
        data ? (
          <>
            <a href={listOf({})}>{assetsWords.count(data.total)}</a> {words.about}
          </>
        ) : null
      }
      actions={<a href="/assets">{words.toList}</a>}
    >
      <ProblemNotice problem={error} onRetry={() => void refetch()} />
      {isPending ? <SkeletonRows rows={8} lines={1} /> : null}
      {data?.total === 0 ? (
        <EmptyState shape="list" title={assetsWords.empty}>
          {assetsWords.emptyAbout}
        </EmptyState>
      ) : null}
      {data && data.total > 0 ? <Charts overview={data} /> : null}
    </Page>
  )
}

function Charts({ overview }: { overview: AssetOverview }) {
  const now = useNow()
  const { total, byStatus, byAge, ageUnknown, warranties, warrantyUnknown, notSeen } = overview
  const { byModel, byPlace, byDepartment, costs } = overview
  const oldest = byAge.at(-1)?.years
  const [over, ...coming] = warranties
  const inAYear = coming.slice(0, -1).reduce((sum, { count }) => sum + count, 0)
  const monthOf = (day: string) => plainDay(day, now)
  return (
    <div className={classes.charts}>
      <Bars
        title={words.status}
        bars={byStatus.map(
          ({ status, count }): Bar => ({ label: thingStateWords[status], count, href: listOf({ status }) }),
        )}
      />
      <Bars
        title={words.age}
        about={ageUnknown > 0 ? words.ageUnknown(ageUnknown) : null}
        bars={byAge.map(
          ({ years, from, before, count }): Bar => ({
            label: words.years(years, years === oldest),
            count,
            href: listOf({ purchasedFrom: from, purchasedBefore: before }),
          }),
        )}
      />
      <Bars
        title={words.warranty}
        about={[words.inAYear(inAYear), warrantyUnknown > 0 ? words.warrantyUnknown(warrantyUnknown) : null]
          .filter(Boolean)
          .join(' ')}
        bars={[
          ...(over
            ? [{ label: words.over, count: over.count, href: listOf({ warrantyEndsBefore: over.before }) }]
            : []),
          ...coming.map(
            ({ from, before, count }): Bar => ({
              label: before ? words.until(monthOf(before)) : words.later,
              count,
              href: listOf({ warrantyEndsFrom: from, warrantyEndsBefore: before }),
            }),
          ),
        ]}
      />
      <Bars
        title={words.notSeen}
        about={words.notSeenAbout}
        most={total}
        bars={notSeen.map(
          ({ days, count }): Bar => ({
            label: words.days(days),
            count,
            href: listOf({ notSeenDays: String(days) }),
          }),
        )}
      />
      <Bars
        title={words.model}
        bars={byModel.map(
          ({ modelId, name, count, availableCount }): Bar => ({
            label: name,
            count,
            note: availableCount > 0 ? words.free(availableCount) : null,
            href: listOf({ modelId }),
          }),
        )}
      />
      <Bars
        title={words.place}
        bars={byPlace.map(
          ({ locationId, name, count }): Bar => ({ label: name, count, href: listOf({ locationId }) }),
        )}
      />
      <Bars
        title={words.department}
        bars={byDepartment.map(
          ({ department, count }): Bar => ({ label: department, count, href: listOf({ department }) }),
        )}
      />
      {[...new Set(costs.map(({ cost }) => cost.currency))].map((currency) => (
        <Bars
          key={currency}
          title={words.cost(currency)}
          bars={costs
            .filter(({ cost }) => cost.currency === currency)
            .map(
              ({ categoryId, name, cost, count }): Bar => ({
                label: name,
                count: Number(cost.amount),
                shown: moneyText(cost),
                note: assetsWords.count(count),
                href: listOf({ categoryId, paidIn: currency }),
              }),
            )}
        />
      ))}
    </div>
  )
}
