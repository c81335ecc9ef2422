import { type ApprovalPolicy, approvalPolicies } from '@deskhand/contract'
import { useRouter } from '@tanstack/react-router'
import { useCommand, useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import classes from './Policies.module.css'
import { policyWords as words } from './words.ts'

/** The policies in the order in which they are tried, each as sentences. */
export default function PoliciesPage() {
  const me = useMe()
  return holds(me, 'company.manage') ? <Policies /> : <RefusedPage>{words.refused}</RefusedPage>
}

function Policies() {
  const router = useRouter()
  const all = useRead(approvalPolicies.list, { query: {} })
  const rows = all.data?.data ?? []
  const add = () => router.history.push('/company/approvals/new')
  const addButton = (
    <Button variant="primary" onPress={add}>
      {words.add}
    </Button>
  )
  return (
    <>
      <CompanyNav current="approvals" />
      <Page title={words.title} about={words.about} actions={addButton}>
        <ProblemNotice problem={all.error} onRetry={() => void all.refetch()} />
        {all.isPending ? <SkeletonRows rows={4} /> : null}
        {rows.length > 0 ? (
          <ol className={classes.list}>
            {rows.map((policy, at) => (
              <Row key={policy.id} policy={policy} before={rows[at - 1]} onMoved={() => void all.refetch()} />
            ))}
          </ol>
        ) : null}
        {all.isSuccess && rows.length === 0 ? (
          <EmptyState shape="list" title={words.empty}>
            {words.emptyAbout}
          </EmptyState>
        ) : null}
      </Page>
    </>
  )
}

type RowProps = { policy: ApprovalPolicy; before: ApprovalPolicy | undefined; onMoved: () => void }

function Row({ policy, before, onMoved }: RowProps) {
  const { id, name, sentences, isActive, runningCount, version } = policy
  const update = useCommand(approvalPolicies.update, { onSuccess: onMoved })
  return (
    <li className={classes.item}>
      <div>
        <a className={classes.name} href={`/company/approvals/${id}`}>
          {name}
        </a>{' '}
        <span className={classes.muted}>
          {[isActive ? null : words.off, runningCount > 0 ? words.running(runningCount) : null]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <p className={classes.sentences}>{sentences.join(' ')}</p>
        <ProblemNotice problem={update.error} />
      </div>
      {before ? (
        <Button
          size="small"
          variant="quiet"
          label={words.earlierNamed(name)}
          busy={update.isPending}
          onPress={() => update.mutate({ params: { id }, body: { place: before.place }, ifMatch: version })}
        >
          {words.earlier}
        </Button>
      ) : null}
    </li>
  )
}
