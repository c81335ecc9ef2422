import { type Answers, type RequestKind, requisitionStateOf } from '@deskhand/contract'
import { policyFor } from '../../approval-policies/access.ts'
import { sampleOf } from '../../approvals/access.ts'
import { mustStand } from '../../approvals/queries/mustStand.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { Stop } from '../../platform/stop.ts'
import type { RequestRecord } from '../../requests/access.ts'
import { words } from '../words.ts'

/** What the desk notes when the company's money is bound, by the kind: that it is ordered, that it is paid. */
const binding: Partial<
  Record<RequestKind, { fact: string; done: string; isBound: (value: unknown) => boolean }>
> = {
  HARDWARE: {
    fact: 'procurementStatus',
    done: 'ordered',
    isBound: (value) => value === 'ORDERED' || value === 'SHIPPED' || value === 'DELIVERED',
  },
  EXPENSE: {
    fact: 'paymentStatus',
    done: 'paid',
    isBound: (value) => value === 'PROCESSING' || value === 'PAID',
  },
}

/**
 * Refuses to order or pay what needs an approval and has none: as a requisition is refused, which has a table of its
 * own. What nobody has to approve goes on, and so does what is ordered already.
 */
export async function mustBeApproved(
  { tx }: { tx: Tx },
  request: RequestRecord,
  kind: RequestKind,
  facts: Answers,
): Promise<void> {
  const { fact, done, isBound } = binding[kind] ?? {}
  if (!fact || !isBound?.(facts[fact])) return
  const [found] = await tx.query<{ approvalStatus: string | null; before: string | null }>(readStanding, [
    request.companyId,
    request.id,
    fact,
  ])
  if (!found || isBound(found.before)) return
  const { status, resolutionCode } = request
  const { approvalStatus } = found
  const state = requisitionStateOf({ status, resolutionCode, approvalStatus, procurementStatus: null })
  if (state === 'APPROVED' || state === 'FULFILLED') return mustStand(tx, request)
  // Whoever is faster than the reaction that asks the approvers finds no round yet.
  const isAwaited =
    approvalStatus !== null || (await policyFor(tx, await sampleOf(tx, request))).policy !== null
  if (isAwaited) throw new Stop('state', words.tooEarly(state, done ?? ''))
}

const readStanding = `
  select (select a.status from app.approvals a where a.company_id = $1 and a.request_id = $2
      order by a.round desc limit 1) as "approvalStatus",
    (select f.facts ->> $3 from app.fulfilments f where f.company_id = $1 and f.request_id = $2) as before`
