import { ClaimState, type InsuranceClaim, insuranceClaims } from '@deskhand/contract'
import { useAddressQuery } from '../address.ts'
import { usePages } from '../api.ts'
import { moneyText } from '../approvals/moneyText.ts'
import rows from '../desks/Desks.module.css'
import { useTopics } from '../live.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { FilterField } from '../ui/FilterField.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { Tag } from '../ui/Tag.tsx'
import { plainDay, useNow } from '../ui/time.ts'
import { claimsWords, claimWords as words } from './words.ts'

const topics = ['assets']

/** What insurers were asked to pay, the latest first. */
export default function ClaimsPage() {
  return holds(useMe(), 'assets.read') ? <All /> : <RefusedPage>{claimsWords.refused}</RefusedPage>
}

function All() {
  const { query, change } = useAddressQuery()
  useTopics(topics)
  const asked = query.get('state')?.split(',') ?? []
  const states = ClaimState.options.filter((one) => asked.includes(one))
  const filters = states.length > 0 ? { state: states.join(',') } : {}
  const pages = usePages(insuranceClaims.list, { query: { limit: 100, ...filters } }, { keepPrevious: true })
  return (
    <Page
      title={claimsWords.title}
      about={claimsWords.about}
      width="wide"
      actions={<ExportLink route={insuranceClaims.list} query={filters} />}
    >
      <div>
        <FilterField
          field={words.state}
          values={states}
          options={ClaimState.options.map((value) => ({ value, label: words.states[value] }))}
          onChange={(next) => change({ state: next.join(',') || null })}
        />
      </div>
      {pages.isError && pages.items.length === 0 ? (
        <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {pages.isPending ? <SkeletonRows rows={6} lines={2} /> : null}
      {pages.isSuccess && pages.items.length === 0 ? (
        <EmptyState
          shape="list"
          title={states.length > 0 ? claimsWords.filtered : claimsWords.empty}
          {...(states.length > 0 && {
            action: <Button onPress={() => change({ state: null })}>{claimsWords.clear}</Button>,
          })}
        >
          {states.length > 0 ? null : claimsWords.emptyAbout}
        </EmptyState>
      ) : null}
      <ul className={rows.rows} aria-label={claimsWords.title}>
        {pages.items.map((claim) => (
          <Row key={claim.assetId} claim={claim} />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <LoadMore
          label={claimsWords.more}
          busy={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        />
      ) : null}
    </Page>
  )
}

function Row({ claim }: { claim: InsuranceClaim }) {
  const now = useNow()
  const { assetTag, assetName, insurer, number, state, filedOn, paid, note } = claim
  const facts = [
    insurer,
    number,
    claimsWords.filed(plainDay(filedOn, now)),
    paid ? claimsWords.paid(moneyText(paid)) : null,
  ]
  return (
    <li className={rows.row}>
      <div>
        <p className={rows.name}>
          <Tag kind="asset" reference={assetTag} size="compact" href={`/a/${encodeURIComponent(assetTag)}`} />{' '}
          {assetName}
        </p>
        <p className={rows.about}>{facts.filter(Boolean).join(' · ')}</p>
        {note ? <p className={rows.about}>{note}</p> : null}
      </div>
      <span>{words.states[state]}</span>
    </li>
  )
}
