import { type ExchangeRates, exchangeRates } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { RatesForm } from './RatesForm.tsx'
import { rateWords as words } from './words.ts'

/** At what rates amounts are compared. */
export default function ExchangeRatesPage() {
  const me = useMe()
  return holds(me, 'company.manage') ? <Rates /> : <RefusedPage>{words.refused}</RefusedPage>
}

function Rates() {
  const { data, error, refetch } = useRead(exchangeRates.get, {})
  return (
    <>
      <CompanyNav current="exchange-rates" />
      <Page title={words.title} about={words.about}>
        {error ? <ProblemNotice problem={error} onRetry={() => void refetch()} /> : null}
        {data ? <RatesForm key={versionOf(data)} rates={data} /> : error ? null : <SkeletonRows rows={4} />}
      </Page>
    </>
  )
}

/** Others may set them meanwhile; then the form begins with theirs. */
const versionOf = ({ own, rates }: ExchangeRates) =>
  [own, ...rates.map(({ currency, updatedAt }) => currency + updatedAt)].join(' ')
