import { type Request, tasks } from '@deskhand/contract'
import { Check, Circle } from 'lucide-react'
import { useRead } from '../api.ts'
import { Icon } from '../ui/Icon.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { dayInSentence, useNow } from '../ui/time.ts'
import classes from './TasksPanel.module.css'
import { taskWords as words } from './words.ts'

/** The tasks that the desk shows to whoever asked; nothing where there are none. */
export default function TasksBlock({ request }: { request: Request }) {
  const now = useNow()
  const { data } = useRead(tasks.list, { params: { id: request.id } })
  const all = data?.data.filter(({ isVisible }) => isVisible) ?? []
  if (all.length === 0) return null
  return (
    <section>
      <SectionTitle size="portal">{words.blockTitle}</SectionTitle>
      <ul className={classes.list}>
        {all.map(({ id, title, doneAt, dueAt, doneByName }) => (
          <li key={id} className={classes.row}>
            <Icon of={doneAt ? Check : Circle} />
            <span className={classes.words}>
              <span>{title}</span>
              <span className={classes.about}>
                {doneAt
                  ? doneByName && words.done(doneByName)
                  : dueAt && words.due(dayInSentence(new Date(dueAt), now))}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
