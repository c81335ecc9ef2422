import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { about, type RequestRecord } from '../access.ts'

/**
 * Says what the review of a locked request is, which is no move: an approval begins in the middle of sorting, or
 * ends without an answer. For slices that carry approvals.
 */
export async function setReviewKind(
  { tx, record }: { tx: Tx; record: RecordEvent },
  request: RequestRecord,
  reviewKind: 'TRIAGE' | 'APPROVAL',
): Promise<RequestRecord> {
  if (request.reviewKind === reviewKind) return request
  await tx.run(
    `update app.requests set review_kind = $3, version = version + 1, updated_at = $4
     where company_id = $1 and id = $2`,
    [request.companyId, request.id, reviewKind, clock.now()],
  )
  const after = { ...request, reviewKind, version: request.version + 1 }
  const changes: Record<string, [unknown, unknown]> = { reviewKind: [request.reviewKind, reviewKind] }
  record('request.updated', about(after), { fields: ['reviewKind'] }, changes)
  return after
}
