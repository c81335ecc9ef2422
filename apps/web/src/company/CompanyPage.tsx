import { companies } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { CompanyForm } from './parts/CompanyForm.tsx'
import { CompanyNav } from './parts/CompanyNav.tsx'
import { companyWords as words } from './words.ts'

/** What the company is called and where its clock hangs. */
export default function CompanyPage() {
  const me = useMe()
  return holds(me, 'company.manage') ? <General /> : <RefusedPage>{words.refused}</RefusedPage>
}

function General() {
  const company = useRead(companies.general, {})
  return (
    <>
      <CompanyNav current="general" />
      <Page title={words.title}>
        {company.data ? (
          <CompanyForm company={company.data} />
        ) : company.error ? (
          <ProblemNotice problem={company.error} onRetry={() => void company.refetch()} />
        ) : (
          <SkeletonRows rows={3} lines={1} />
        )}
      </Page>
    </>
  )
}
