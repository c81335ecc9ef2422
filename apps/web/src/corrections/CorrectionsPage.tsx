import { type Correction, corrections } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import desks from '../desks/Desks.module.css'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { Tag } from '../ui/Tag.tsx'
import { dayAndTime } from '../ui/time.ts'
import { ChangeList } from './ChangeList.tsx'
import classes from './Corrections.module.css'
import { Decide } from './Decide.tsx'
import { correctionWords as words } from './words.ts'

/** What waits for a second pair of eyes, at the desks that the reader leads. */
export default function CorrectionsPage() {
  return holds(useMe(), 'requests.supervise') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const { data, error, refetch } = useRead(corrections.waiting, {})
  return (
    <>
      <CompanyNav current="corrections" />
      <Page title={words.title} about={words.about} width="wide">
        {error ? <ProblemNotice problem={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <SkeletonRows rows={4} lines={2} /> : null}
        {data?.data.length === 0 ? (
          <EmptyState shape="list" title={words.empty}>
            {words.emptyAbout}
          </EmptyState>
        ) : null}
        {data && data.data.length > 0 ? (
          <ul className={desks.rows} aria-label={words.waitingList}>
            {data.data.map((correction) => (
              <Row key={correction.id} correction={correction} />
            ))}
          </ul>
        ) : null}
      </Page>
    </>
  )
}

function Row({ correction }: { correction: Correction }) {
  const { referenceNumber, summary, proposedBy, proposedAt, reason, changes } = correction
  return (
    <li className={desks.row}>
      <div className={classes.one}>
        <p className={desks.name}>
          <Tag reference={referenceNumber} size="compact" href={`/r/${referenceNumber}`} /> {summary}
        </p>
        <p className={desks.about}>
          {words.states.PROPOSED(proposedBy.name)} · {dayAndTime(new Date(proposedAt))}
        </p>
        <p className={classes.said}>{reason}</p>
        <ChangeList changes={changes} />
      </div>
      <div className={desks.buttons}>
        <Decide correction={correction} />
      </div>
    </li>
  )
}
