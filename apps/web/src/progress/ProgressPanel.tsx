import { progress, type Request } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { PaneSection } from '../ui/Pane.tsx'
import { Expected } from './Expected.tsx'
import { HandsBar } from './HandsBar.tsx'
import { progressWords as words } from './words.ts'

/** Beside a request in the queue: who had it for how long, and when such a request is usually done. */
export default function ProgressPanel({ request }: { request: Request }) {
  const { data } = useRead(progress.get, { params: { id: request.id } })
  if (!data || data.held.length === 0) return null
  return (
    <PaneSection title={words.title}>
      <HandsBar spans={data.spans} held={data.held} names={words.parties(request.deskName)} />
      <Expected expected={data.expected} />
    </PaneSection>
  )
}
