import { payments } from '@deskhand/contract'
import { sql } from 'kysely'
import { noteMany } from '../../departments/commands/noteMany.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { lockSome } from '../../requests/access.ts'
import { aboutBatch, loadBatch, mustPay } from '../access.ts'
import { words } from '../words.ts'

/** Tells the bank's reference to each claim of the batch. */
export const paid = handle(payments.paid, async (inside) => {
  const { tx, db, platform, actor, params, body, record } = inside
  const deskId = await mustPay({ tx, platform, actor }, { leads: true })
  const before = await loadBatch(inside, params.id, { lock: true })
  if (before.paidOn !== null) throw new Stop('state', words.paidAlready)
  const ids = before.claims.map(({ requestId }) => requestId)
  const which = sql<boolean>`requests.id = any (${ids}::uuid[])`
  const locked = await lockSome(db, actor.companyId, which, Math.max(1, ids.length), { wait: true })
  await tx.run(
    `update app.payment_batches set paid_on = $3::date, bank_reference = $4, version = version + 1
     where company_id = $1 and id = $2`,
    [actor.companyId, before.id, body.paidOn, body.bankReference],
  )
  await noteMany(inside, locked, {
    paymentStatus: 'PAID',
    paymentDate: body.paidOn,
    paymentReference: body.bankReference,
  })
  const batch = await loadBatch({ tx, actor }, before.id)
  record('payment_batch.paid', aboutBatch(batch, deskId), { count: ids.length, total: batch.total })
  return answer(batch, { version: batch.version })
})
