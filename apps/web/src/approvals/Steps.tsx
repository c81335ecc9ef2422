import type { Approval, ApprovalVote } from '@deskhand/contract'
import { TimeText } from '../ui/TimeText.tsx'
import classes from './Approvals.module.css'
import { approvalWords as words } from './words.ts'

/** Who has to agree, in order, and what each of them said. */
export function Steps({ approval }: { approval: Approval }) {
  return (
    <ol className={classes.steps}>
      {approval.steps.map(({ id, name, status, rule, reason, isStuck, votes }) => (
        <li key={id} className={classes.step} data-status={status}>
          <span>
            <strong>{name}</strong>{' '}
            <span className={classes.muted}>
              {words.steps[status]}
              {votes.length > 1 ? ` · ${words.rule(rule)}` : ''}
            </span>
          </span>
          {isStuck ? <span>{words.stuck}</span> : null}
          {reason ? <span className={classes.muted}>{reason}</span> : null}
          {votes.length > 0 ? (
            <ul className={classes.votes}>
              {votes.map((vote) => (
                <Vote key={vote.id} vote={vote} />
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function Vote({ vote }: { vote: ApprovalVote }) {
  const { person, forPerson, state, comment, question, askedAt, decidedAt, signedAs, via } = vote
  const more = [
    forPerson ? words.standsFor(forPerson.name) : null,
    signedAs ? words.signed(signedAs) : null,
    via === 'LINK' ? words.byLink : null,
  ].filter((one) => one !== null)
  return (
    <li>
      {person.name} {words.votes[state]}
      {more.length > 0 ? ` ${more.join(', ')}` : ''}{' '}
      <span className={classes.muted}>
        <TimeText at={decidedAt ?? askedAt} />
      </span>
      {(comment ?? question) ? <div className={classes.quote}>{comment ?? question}</div> : null}
    </li>
  )
}
