import { type ReplyOf, support } from '@deskhand/contract'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { useTopics } from '../live.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Meter } from '../ui/Meter.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import classes from './AssignmentsPage.module.css'
import { RebalanceDialog } from './RebalanceDialog.tsx'
import { supportWords as words } from './words.ts'

type DeskLoad = ReplyOf<typeof support.assignments>['data'][number]

/** Who has how much, and who could take what. */
export default function AssignmentsPage() {
  const me = useMe()
  return holds(me, 'requests.supervise') ? <Assignments /> : <RefusedPage>{words.refused}</RefusedPage>
}

function Assignments() {
  const list = useRead(support.assignments, {})
  const [proposing, setProposing] = useState<DeskLoad | null>(null)
  const desks = list.data?.data ?? []
  useTopics(desks.map(({ code }) => `desk:${code}`))
  return (
    <Page title={words.title} about={words.about} width="wide">
      {list.isError ? (
        <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <SkeletonRows rows={8} lines={1} />
      ) : desks.length === 0 ? (
        <EmptyState shape="people" title={words.empty} />
      ) : (
        desks.map((desk) => (
          <DeskLoads key={desk.serviceDeskId} desk={desk} onPropose={() => setProposing(desk)} />
        ))
      )}
      {proposing ? <RebalanceDialog desk={proposing} onClose={() => setProposing(null)} /> : null}
    </Page>
  )
}

function DeskLoads({ desk, onPropose }: { desk: DeskLoad; onPropose: () => void }) {
  const most = Math.max(1, ...desk.people.map(({ inHand }) => inHand))
  return (
    <section className={classes.desk}>
      <SectionTitle
        action={
          <Button size="small" onPress={onPropose}>
            {words.propose}
          </Button>
        }
      >
        {desk.name}
      </SectionTitle>
      <p className={classes.unassigned}>
        <a href={`/q/${desk.code.toLowerCase()}-unassigned`}>
          {words.unassigned}: {desk.unassigned}
        </a>
      </p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.person}</th>
            <td className={classes.bar} />
            {[words.inHand, words.overdue, words.dueToday, words.waiting].map((title) => (
              <th key={title} scope="col" className={classes.number}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {desk.people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <a
                  href={`/q/custom?f=${encodeURIComponent(`desk:${desk.code} assignee:"${person.name}" is:open`)}`}
                >
                  {person.name}
                </a>{' '}
                {person.role === 'SUPERVISOR' ? (
                  <span className={classes.quiet}>{words.supervisor}</span>
                ) : null}
              </th>
              <td className={classes.bar}>
                <Meter
                  label={words.load(person.name, person.inHand)}
                  value={person.inHand}
                  max={most}
                  tone={person.overdue > 0 ? 'warn' : 'petrol'}
                />
              </td>
              {[person.inHand, person.overdue, person.dueToday, person.waiting].map((count, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change places
                <td key={at} className={classes.number}>
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
