import { policyFor } from '../../approval-policies/access.ts'
import { skipReason } from '../../approval-policies/rules.ts'
import { sampleOf } from '../../approvals/access.ts'
import { readRates } from '../../exchange-rates/access.ts'
import type { Tx } from '../../platform/db/transaction.ts'

type Row = Parameters<typeof sampleOf>[1]

/** Whether a manager will be asked about a new request: what its round says as soon as it has begun. */
export async function asksManager(tx: Tx, requestId: string): Promise<boolean> {
  const [row] = await tx.query<Row>(
    `select requester_id as "requesterId", created_by_id as "createdById", service_desk_id as "serviceDeskId",
       request_type_id as "requestTypeId", custom_fields as "customFields"
     from app.requests where company_id = $1 and id = $2`,
    [tx.whose.companyId, requestId],
  )
  if (!row) return false
  const sample = await sampleOf(tx, row)
  const [{ policy }, rates] = [await policyFor(tx, sample), await readRates(tx)]
  const steps = policy?.definition.steps ?? []
  return steps.some(
    (step) =>
      step.approvers.some(({ kind }) => kind === 'MANAGER') && skipReason(step, sample, rates) === null,
  )
}
