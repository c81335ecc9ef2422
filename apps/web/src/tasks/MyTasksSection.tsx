import { tasks } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import classes from './MyTasksPage.module.css'
import { OwnTaskRow } from './OwnTaskRow.tsx'
import { myTaskWords as words } from './words.ts'

const shown = 5

/** On the home of whoever works on requests: what they have to do, what is due first. */
export default function MyTasksSection() {
  const { data } = useRead(tasks.mine, {})
  const all = data?.data ?? []
  if (all.length === 0) return null
  return (
    <section aria-labelledby="home-tasks">
      <SectionTitle size="portal" id="home-tasks" action={<a href="/tasks">{words.all(all.length)}</a>}>
        {words.title}
      </SectionTitle>
      <ul className={classes.list} aria-label={words.title}>
        {all.slice(0, shown).map((task) => (
          <OwnTaskRow key={task.id} task={task} />
        ))}
      </ul>
    </section>
  )
}
