import { lazy, Suspense } from 'react'
import { holds, useMe } from '../shell/session.ts'

// Whoever only asks has no tasks, and needs none of it.
const MyTasksSection = lazy(() => import('./MyTasksSection.tsx'))

/** One's tasks on the home, below all else, so that coming late pushes nothing away. */
export default function TasksOfMine() {
  if (!holds(useMe(), 'requests.work')) return null
  return (
    <Suspense fallback={null}>
      <MyTasksSection />
    </Suspense>
  )
}
