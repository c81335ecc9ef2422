import type { Request } from '@deskhand/contract'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { JourneyTasks, useJourney } from './JourneyTasks.tsx'
import { journeyWords as words } from './words.ts'

/** On the page of whoever began a journey: what the four desks prepare, and how far they are. */
export default function JourneyBlock({ request }: { request: Request }) {
  const journey = useJourney(request)
  if (!journey) return null
  return (
    <section aria-labelledby="journey">
      <SectionTitle size="portal" id="journey">
        {words.title}
      </SectionTitle>
      <JourneyTasks journey={journey} voice="requester" />
    </section>
  )
}
