import { approvals } from '@deskhand/contract'
import { useParams } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import { LeaveDecision } from '../leave/LeaveDecision.tsx'
import { daysInText } from '../ui/daysInText.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page, useTitle } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { problemOf } from '../ui/problem.ts'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { Tag } from '../ui/Tag.tsx'
import { AnswersBeside } from './AnswersBeside.tsx'
import { Card } from './Card.tsx'
import { Due } from './Due.tsx'
import { moneyText } from './moneyText.ts'
import { approvalWords as words } from './words.ts'

/** One round by itself: where mails about what is signed, and about what is confidential, lead. */
export default function ApprovalPage() {
  const { id = '' } = useParams({ strict: false })
  const approval = useRead(approvals.get, { params: { id } })
  const { data } = approval
  if (problemOf(approval.error)?.status === 404 && !data) return <Missing />
  return (
    <Page
      title={data ? daysInText(data.summary) : words.card}
      about={
        data ? (
          <>
            <Tag reference={data.referenceNumber} />{' '}
            {words.asks(data.requester.name, data.amount && moneyText(data.amount))}{' '}
            <a href={`/r/${data.referenceNumber}`}>{words.openRequest}</a>
          </>
        ) : null
      }
    >
      <ProblemNotice problem={approval.error} onRetry={() => void approval.refetch()} />
      {approval.isPending ? <SkeletonRows rows={4} /> : null}
      {data ? (
        <Card approval={data}>
          {data.leave ? <LeaveDecision leave={data.leave} /> : <AnswersBeside of={data.answers} />}
          {data.myVote && data.can.includes('decide') ? <Due {...data.myVote} /> : null}
        </Card>
      ) : null}
    </Page>
  )
}

function Missing() {
  useTitle(words.card)
  return (
    <EmptyState
      shape="search"
      title={words.noApproval}
      isPage
      action={<a href="/approvals">{words.toApprovals}</a>}
    />
  )
}
