import { approvals, type Request } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { LeaveDecision } from '../leave/LeaveDecision.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { Card } from './Card.tsx'
import { approvalWords as words } from './words.ts'

/** On the page of whoever asked, and of whoever decides: who has it, since when, and what was said. */
export default function ApprovalBlock({ request }: { request: Request }) {
  const { data } = useRead(approvals.list, { query: { request: request.id } })
  const [latest, ...earlier] = data?.data ?? []
  if (!latest) return null
  return (
    <section>
      <SectionTitle size="portal">{words.card}</SectionTitle>
      <Card approval={latest}>
        {latest.leave && latest.can.includes('decide') ? <LeaveDecision leave={latest.leave} /> : null}
      </Card>
      {earlier.length > 0 ? (
        <details>
          <summary>{words.history}</summary>
          {earlier.map((approval) => (
            <Card key={approval.id} approval={approval} />
          ))}
        </details>
      ) : null}
    </section>
  )
}
