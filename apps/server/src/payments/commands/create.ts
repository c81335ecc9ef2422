import { payments } from '@deskhand/contract'
import { sql } from 'kysely'
import { noteMany } from '../../departments/commands/noteMany.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { lockSome } from '../../requests/access.ts'
import { aboutBatch, loadBatch, mustPay } from '../access.ts'
import { readPayable } from '../queries/payable.ts'
import { faultsOf, totalOf } from '../rules.ts'
import { words } from '../words.ts'

/** All of the named claims, or none: what they come to is what somebody looked at. */
export const create = handle(payments.create, async (inside) => {
  const { tx, db, platform, actor, body, record } = inside
  const deskId = await mustPay({ tx, platform, actor }, { leads: true })
  const ids = body.requestIds.map((id) => id.toLowerCase())
  // Whoever collects the same claims waits here, and finds them being paid.
  const which = sql<boolean>`requests.id = any (${ids}::uuid[])`
  const locked = await lockSome(db, actor.companyId, which, ids.length, { wait: true })
  const found = await readPayable(tx, actor, sql<boolean>`r.id = any (${ids}::uuid[])`)
  const errors = faultsOf(ids, found)
  const [first] = errors
  if (first)
    throw new Stop('rule', errors.length === 1 ? first.message : words.checkClaims(errors.length), { errors })
  const id = newId()
  const currency = found[0]?.amount.currency ?? ''
  await tx.run(insert, [
    actor.companyId,
    id,
    currency,
    actor.id,
    clock.now(),
    JSON.stringify(found.map(({ requestId, amount: { amount } }) => ({ requestId, amount }))),
  ])
  await noteMany(inside, locked, { paymentStatus: 'PROCESSING' })
  const batch = await loadBatch({ tx, actor }, id)
  const total = { amount: totalOf(found.map(({ amount }) => amount.amount)), currency }
  record('payment_batch.created', aboutBatch(batch, deskId), { count: found.length, total })
  return answer(batch, { version: batch.version })
})

// The company's row is the lock that makes numbers without gaps.
const insert = `
  with held as (select company_id from app.companies where company_id = $1 for update),
  batch as (
    insert into app.payment_batches (company_id, id, number, currency, created_by_id, created_at)
    select $1, $2, 1 + coalesce((select max(b.number) from app.payment_batches b where b.company_id = $1), 0), $3, $4, $5
    from held)
  insert into app.payment_batch_claims (company_id, batch_id, request_id, amount)
  select $1, $2, c."requestId", c.amount
  from jsonb_to_recordset($6::jsonb) as c("requestId" uuid, amount bigint)`
