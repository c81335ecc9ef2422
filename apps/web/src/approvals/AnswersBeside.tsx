import type { ApprovalLink } from '@deskhand/contract'
import classes from './Approvals.module.css'
import { Fact } from './Facts.tsx'
import { approvalWords as words } from './words.ts'

type Answered = NonNullable<ApprovalLink['about']>['answers']

/** What else was said when it was asked for, under the labels of its form. */
export function AnswersBeside({ of }: { of: Answered }) {
  const said = of.filter(({ text, table }) => text !== null || table !== null)
  if (said.length === 0) return null
  return (
    <dl className={classes.facts} aria-label={words.link.answers}>
      {said.map(({ key, label, text, table }) => (
        <Fact
          key={key}
          label={label}
          value={text ?? (table?.rows ?? []).map((row) => row.filter(Boolean).join(' · ')).join('\n')}
        />
      ))}
    </dl>
  )
}
