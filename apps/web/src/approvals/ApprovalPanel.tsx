import { approvals, type Request } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { LeaveDecision } from '../leave/LeaveDecision.tsx'
import { PaneSection } from '../ui/Pane.tsx'
import { Card } from './Card.tsx'
import { approvalWords as words } from './words.ts'

/** Beside a request in the queue: its rounds, the latest open, the earlier ones folded. */
export default function ApprovalPanel({ request }: { request: Request }) {
  const { data } = useRead(approvals.list, { query: { request: request.id } })
  const [latest, ...earlier] = data?.data ?? []
  if (!latest) return null
  return (
    <PaneSection title={words.card}>
      <Card approval={latest} size="small">
        {latest.leave && latest.can.includes('decide') ? <LeaveDecision leave={latest.leave} /> : null}
      </Card>
      {earlier.length > 0 ? (
        <details>
          <summary>{words.history}</summary>
          {earlier.map((approval) => (
            <Card key={approval.id} approval={approval} size="small" />
          ))}
        </details>
      ) : null}
    </PaneSection>
  )
}
