import type { ReplyOf, tasks } from '@deskhand/contract'
import { Checkbox } from '@mantine/core'
import { daysInText } from '../ui/daysInText.ts'
import { Tag } from '../ui/Tag.tsx'
import { dayInSentence, useNow } from '../ui/time.ts'
import classes from './MyTasksPage.module.css'
import { useTaskActs } from './useTaskActs.ts'
import { taskWords as words } from './words.ts'

type Mine = ReplyOf<typeof tasks.mine>['data'][number]

/** A task of one's own with what it is for, to be ticked where it is read. */
export function OwnTaskRow({ task }: { task: Mine }) {
  const now = useNow()
  const { tick } = useTaskActs({ id: task.requestId })
  const due = task.dueAt ? new Date(task.dueAt) : null
  const facts = [
    due ? (due < now ? words.overdue : words.due)(dayInSentence(due, now)) : null,
    task.isMandatory ? words.mandatory : null,
  ].filter(Boolean)
  const href = `/q/${task.deskCode.toLowerCase()}-all?sel=${encodeURIComponent(task.referenceNumber)}`
  return (
    <li className={classes.row}>
      <Checkbox label={task.title} checked={false} onChange={() => tick(task, true)} />
      <p className={classes.about}>
        <Tag reference={task.referenceNumber} size="compact" href={href} />
        <span className={classes.summary}>{daysInText(task.summary)}</span>
        {facts.length > 0 ? <span>{facts.join(' · ')}</span> : null}
      </p>
    </li>
  )
}
