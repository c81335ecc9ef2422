import { writeEntries } from '../../agreements/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { about, type RequestRecord } from '../access.ts'
import { turnAll, withClocks } from '../clocks.ts'

/**
 * Says what the review of a locked request is, which is no move: an approval begins in the middle of sorting, or
 * ends without an answer. Its clocks stand still or go on as the promises say. For slices that carry approvals.
 */
export async function setReviewKind(
  { tx, record }: { tx: Tx; record: RecordEvent },
  request: RequestRecord,
  reviewKind: 'TRIAGE' | 'APPROVAL',
): Promise<RequestRecord> {
  if (request.reviewKind === reviewKind) return request
  const after = { ...request, reviewKind, version: request.version + 1 }
  const [turned] = await turnAll({ tx }, [{ request: after, happening: { cause: 'request.updated' } }])
  if (!turned) throw new Error('One request, and no clocks of it.')
  const { columns, lines } = turned
  const changes: Record<string, [unknown, unknown]> = { reviewKind: [request.reviewKind, reviewKind] }
  record('request.updated', about(after), { fields: ['reviewKind'] }, changes)
  await Promise.all([
    tx.run(update, [
      request.companyId,
      request.id,
      reviewKind,
      clock.now(),
      columns.sla,
      columns.slaDueAt,
      columns.slaAtRiskAt,
      columns.slaStepAt,
      columns.slaVersion,
    ]),
    writeEntries(tx, lines),
  ])
  return withClocks(after, columns)
}

const update = `
  update app.requests set review_kind = $3, version = version + 1, updated_at = $4, sla = $5::jsonb, sla_due_at = $6,
    sla_at_risk_at = $7, sla_step_at = $8, sla_version = $9
  where company_id = $1 and id = $2`
