import { type ApprovalPolicy, approvalPolicies, type PolicyDefinition } from '@deskhand/contract'
import { useParams } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { newStep } from './newStep.ts'
import { PolicyForm } from './PolicyForm.tsx'
import { policyWords as words } from './words.ts'

const newDefinition: PolicyDefinition = {
  conditions: { requestTypeIds: [], deskIds: [], costCenters: [], over: null },
  steps: [newStep],
  boundTo: null,
  tolerancePercent: 0,
  signOver: null,
  resolves: false,
  allowsSamePerson: false,
}
const blank = { name: '', isActive: true, definition: newDefinition }

/** One policy: when it applies, who has to agree, what follows; and a try of it. */
export default function PolicyPage() {
  const me = useMe()
  const { id = '' } = useParams({ strict: false })
  if (!holds(me, 'company.manage')) return <RefusedPage>{words.refused}</RefusedPage>
  return (
    <>
      <CompanyNav current="approvals" />
      {id === 'new' ? (
        <Page title={words.newName}>
          <PolicyForm policy={null} begin={blank} />
        </Page>
      ) : (
        <Known key={id} id={id} />
      )}
    </>
  )
}

function Known({ id }: { id: string }) {
  const policy = useRead(approvalPolicies.get, { params: { id } })
  const { data } = policy
  return (
    <Page title={data?.name ?? words.title} about={data?.sentences.join(' ')}>
      <ProblemNotice problem={policy.error} onRetry={() => void policy.refetch()} />
      {policy.isPending ? <SkeletonRows rows={4} /> : null}
      {data ? <PolicyForm key={data.version} policy={data} begin={beginningOf(data)} /> : null}
    </Page>
  )
}

const beginningOf = ({ name, isActive, definition }: ApprovalPolicy) => ({ name, isActive, definition })
