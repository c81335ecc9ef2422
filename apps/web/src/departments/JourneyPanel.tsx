import type { Request } from '@deskhand/contract'
import { PaneSection } from '../ui/Pane.tsx'
import { JourneyTasks, useJourney } from './JourneyTasks.tsx'
import { journeyWords as words } from './words.ts'

/** Beside a journey in the queue of the desk that leads it. */
export default function JourneyPanel({ request }: { request: Request }) {
  const journey = useJourney(request)
  if (!journey) return null
  return (
    <PaneSection title={words.panel}>
      <JourneyTasks journey={journey} voice="technician" />
    </PaneSection>
  )
}
