import { found } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { FoundForm } from './FoundForm.tsx'
import { foundWords as words } from './words.ts'

/** What finders of the company's things read. */
export default function FoundPage() {
  const me = useMe()
  return holds(me, 'company.manage') ? <Whole /> : <RefusedPage>{words.refused}</RefusedPage>
}

function Whole() {
  const { data, error, refetch } = useRead(found.page, {})
  return (
    <>
      <CompanyNav current="found" />
      <Page title={words.title} about={words.about}>
        {data ? (
          <FoundForm page={data} />
        ) : error ? (
          <ProblemNotice problem={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows rows={4} lines={1} />
        )}
      </Page>
    </>
  )
}
