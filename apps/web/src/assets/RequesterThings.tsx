import type { Request } from '@deskhand/contract'
import { PaneSection } from '../ui/Pane.tsx'
import { ThingsOf, useThingsOf } from './ThingsOf.tsx'
import { thingsOfWords as words } from './words.ts'

/** Beside a request: what its requester has; nothing where they have nothing. */
export default function RequesterThings({ request }: { request: Request }) {
  const { things } = useThingsOf(request.requesterId)
  if (!things || things.length === 0) return null
  return (
    <PaneSection title={words.theirs}>
      <ThingsOf personId={request.requesterId} things={things} />
    </PaneSection>
  )
}
