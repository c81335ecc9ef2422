import type { ApprovalVote } from '@deskhand/contract'
import { TimeText } from '../ui/TimeText.tsx'
import classes from './Approvals.module.css'
import { approvalWords as words } from './words.ts'

/** By when a vote is wanted, and whose it is where somebody stands in. */
export function Due({ dueAt, forPerson }: Pick<ApprovalVote, 'dueAt' | 'forPerson'>) {
  return (
    <p className={classes.note}>
      {words.due} <TimeText at={dueAt} form="stamp" />
      {forPerson ? `, ${words.standsFor(forPerson.name)}` : ''}
    </p>
  )
}
