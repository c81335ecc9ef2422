import { licences } from '@deskhand/contract'
import { useRead } from '../api.ts'
import type { TabProps } from '../assets/tabs.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { HeldSeats } from './parts/HeldSeats.tsx'
import { seatWords as words } from './words.ts'

/** Seats that a thing has. */
export default function LicencesTab({ asset: { id } }: TabProps) {
  const { data, error, refetch } = useRead(licences.ofAsset, { params: { id } })
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={3} />
  if (data.data.length > 0) return <HeldSeats seats={data.data} label={words.ofThing} />
  return (
    <EmptyState shape="list" size="small" title={words.nothing}>
      {words.nothingAbout}
    </EmptyState>
  )
}
