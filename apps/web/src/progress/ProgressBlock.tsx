import { progress, type Request } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { Expected } from './Expected.tsx'
import { HandsBar } from './HandsBar.tsx'
import { progressWords as words } from './words.ts'

/** On the page of whoever asked: when it is likely to be done, and in whose hands it has been. */
export default function ProgressBlock({ request }: { request: Request }) {
  const { data } = useRead(progress.get, { params: { id: request.id } })
  if (!data || data.held.length === 0) return null
  const promised = request.sla?.resolutionDueAt
  const isPromisedSooner = Boolean(promised && data.expected && data.expected.likely > promised)
  return (
    <section>
      <SectionTitle size="portal">{words.portalTitle}</SectionTitle>
      <HandsBar spans={data.spans} held={data.held} names={words.ownParties(request.deskName)} />
      {/* Beside a promise of the desk, only what is better than it: two dates would make one doubt both. */}
      {isPromisedSooner ? null : <Expected expected={data.expected} />}
    </section>
  )
}
