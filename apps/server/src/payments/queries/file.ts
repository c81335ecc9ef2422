import { payments } from '@deskhand/contract'
import { csvOf } from '../../platform/files/csv.ts'
import { attachmentHeader } from '../../platform/files/names.ts'
import { cellOf } from '../../platform/http/cells.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { loadBatch, mustPay } from '../access.ts'
import { fileHeads, words } from '../words.ts'

/**
 * What is to be transferred, as a table: one line for each person and claim. Accounts are not in it: nobody but who owns
 * one and HR may read it, so the bank or its program knows them by the name.
 */
export const file = handleOutside(payments.file, async ({ open, actor, params, platform, reply }) => {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const { number, rows } = await open(async ({ tx, record }) => {
    await mustPay({ tx, platform, actor }, { leads: true })
    const batch = await loadBatch({ tx, actor }, params.id)
    const emails = await tx.query<{ id: string; email: string }>(
      `select r.id, p.email from app.payment_batch_claims c
       join app.requests r on r.company_id = c.company_id and r.id = c.request_id
       join app.people p on p.company_id = r.company_id and p.id = r.requester_id
       where c.company_id = $1 and c.batch_id = $2`,
      [actor.companyId, batch.id],
    )
    const emailOf = new Map(emails.map(({ id, email }) => [id, email]))
    record(
      'list.exported',
      { type: 'export', id: newId(), ref: 'finance/payment-batches' },
      { query: { batch: batch.number } },
    )
    const lines = batch.claims.map(({ requestId, referenceNumber, requesterName, amount }) => {
      const [value = '', currency = ''] = cellOf(amount).split(' ')
      const purpose = words.purpose(batch.number, referenceNumber)
      return [referenceNumber, requesterName, emailOf.get(requestId) ?? '', value, currency, purpose]
    })
    return { number: batch.number, rows: [[...fileHeads], ...lines] }
  })
  reply
    .headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachmentHeader(`payment-batch-${number}.csv`),
      'x-content-type-options': 'nosniff',
    })
    .send(csvOf(rows))
  return {}
})
