import { approvals, type ListedApproval } from '@deskhand/contract'
import { SegmentedControl } from '@mantine/core'
import { useAddressQuery } from '../address.ts'
import { usePages } from '../api.ts'
import { LeaveDecision } from '../leave/LeaveDecision.tsx'
import { daysInText } from '../ui/daysInText.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { Tag } from '../ui/Tag.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import classes from './Approvals.module.css'
import { Decide } from './Decide.tsx'
import { besideLeave, Facts } from './Facts.tsx'
import { approvalWords as words } from './words.ts'

const tabs = ['waiting', 'decided', 'asked'] as const
type Tab = (typeof tabs)[number]

/** What waits for the reader, what they decided, and what of theirs others decide on. */
export default function ApprovalsPage() {
  const { query, change } = useAddressQuery()
  const tab = tabs.find((one) => one === query.get('show')) ?? 'waiting'
  return (
    <Page title={words.title}>
      <div className={classes.filters}>
        <SegmentedControl
          aria-label={words.filter}
          data={tabs.map((value) => ({ value, label: words.tabs[value] }))}
          value={tab}
          onChange={(value) => change({ show: value === 'waiting' ? null : value })}
        />
      </div>
      {tab === 'asked' ? <Asked /> : <Mine key={tab} tab={tab} />}
    </Page>
  )
}

function Mine({ tab }: { tab: 'waiting' | 'decided' }) {
  const list = usePages(approvals.mine, { query: { state: tab, limit: 20 } })
  return <List tab={tab} list={list} />
}

function Asked() {
  const list = usePages(approvals.list, { query: { requester: 'me', limit: 20 } })
  return <List tab="asked" list={list} />
}

type Listed = {
  items: readonly ListedApproval[]
  error: unknown
  isPending: boolean
  isSuccess: boolean
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
  refetch: () => unknown
}

function List({ tab, list }: { tab: Tab; list: Listed }) {
  const { items } = list
  return (
    <>
      {list.error && items.length === 0 ? (
        <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.isPending ? <SkeletonRows rows={4} /> : null}
      {items.length > 0 ? (
        <ul className={classes.list} aria-label={words.tabs[tab]}>
          {items.map((approval) => (
            <Item key={approval.id} approval={approval} />
          ))}
        </ul>
      ) : null}
      {list.hasNextPage ? (
        <LoadMore
          label={words.more}
          busy={list.isFetchingNextPage}
          onPress={() => void list.fetchNextPage()}
        />
      ) : null}
      {list.isSuccess && items.length === 0 ? (
        <EmptyState shape="tray" title={words.empty[tab]}>
          {tab === 'waiting' ? words.emptyAbout : null}
        </EmptyState>
      ) : null}
    </>
  )
}

function Item({ approval }: { approval: ListedApproval }) {
  const { referenceNumber, summary, requester, status, startedAt, myVote, id } = approval
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <a className={classes.title} href={`/approvals/${id}`}>
          {daysInText(summary)}
        </a>
        <Tag reference={referenceNumber} size="compact" />
      </div>
      <p className={classes.note}>
        {requester.name} · {words.statuses[status]}
        {myVote && myVote.state !== 'PENDING' ? ` · ${myVote.person.name} ${words.votes[myVote.state]}` : ''}{' '}
        · <TimeText at={myVote?.decidedAt ?? startedAt} />
      </p>
      <Facts {...besideLeave(approval)} />
      {approval.leave ? <LeaveDecision leave={approval.leave} /> : null}
      <Decide approval={approval} />
    </li>
  )
}
