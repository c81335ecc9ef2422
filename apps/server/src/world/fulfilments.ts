import type { Tx } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'

/** How some orders and payments go on. */
export async function insertFulfilments(tx: Tx, companyId: string): Promise<void> {
  await tx.run(noteOrders, [companyId])
  await tx.run(notePayments, [companyId])
  await tx.run(payTogether, [companyId, newId()])
  await tx.run(noteBatch, [companyId])
}

// The newest equipment that the desk has in hands, and the newest that was delivered.
const noteOrders = `
  insert into app.fulfilments (company_id, request_id, facts, updated_by_id, updated_at)
  select $1, r.id, case when r.status = 'RESOLVED'
      then jsonb_build_object('procurementStatus', 'DELIVERED', 'orderNumber', 'PO-' || (2000 + r.number % 900))
      else jsonb_build_object('procurementStatus', 'ORDERED', 'orderNumber', 'PO-' || (2000 + r.number % 900)) end,
    r.assigned_to_id, r.updated_at
  from (select r.*, row_number() over (partition by r.status order by r.created_at desc, r.id) as place
    from app.requests r join app.request_types t on t.company_id = r.company_id and t.id = r.request_type_id
    where r.company_id = $1 and t.kind = 'HARDWARE' and r.assigned_to_id is not null
      and r.status in ('IN_PROGRESS', 'WAITING', 'RESOLVED')) r
  where place <= 3`

// The newest claims that were settled are paid.
const notePayments = `
  insert into app.fulfilments (company_id, request_id, facts, updated_by_id, updated_at)
  select $1, r.id, jsonb_build_object('paymentStatus', 'PAID', 'paymentDate', to_char(r.resolved_at, 'YYYY-MM-DD'),
      'paymentReference', 'EXP ' || r.reference_number), r.assigned_to_id, r.updated_at
  from app.requests r join app.request_types t on t.company_id = r.company_id and t.id = r.request_type_id
  where r.company_id = $1 and t.kind = 'EXPENSE' and r.assigned_to_id is not null and r.status = 'RESOLVED'
    and r.resolution_code is distinct from 'WITHDRAWN' and r.custom_fields ? 'lineItems'
  order by r.created_at desc limit 4`

// Those were one batch, which an admin collected who claims nothing in it.
const payTogether = `
  with admin as (
    select p.id from app.people p where p.company_id = $1 and p.is_admin order by p.created_at, p.id limit 1),
  paid as (
    select f.request_id, r.resolved_at,
      (select sum((line #>> '{amount,amount}')::numeric * coalesce((line ->> 'quantity')::numeric, 1))
        from jsonb_array_elements(r.custom_fields -> 'lineItems') line)::bigint as amount
    from admin, app.fulfilments f join app.requests r on r.company_id = f.company_id and r.id = f.request_id
    where f.company_id = $1 and f.facts ->> 'paymentStatus' = 'PAID' and r.requester_id <> admin.id
      and not exists (select from jsonb_array_elements(r.custom_fields -> 'lineItems') line
        where line #>> '{amount,currency}' is distinct from 'EUR')),
  batch as (
    insert into app.payment_batches (company_id, id, number, currency, created_by_id, created_at, paid_on, bank_reference)
    select $1, $2, 1, 'EUR', admin.id, max(paid.resolved_at), max(paid.resolved_at)::date,
      'SEPA ' || to_char(max(paid.resolved_at), 'YYYY-MM') || '-1'
    from admin, paid where paid.amount > 0 group by admin.id
    returning id)
  insert into app.payment_batch_claims (company_id, batch_id, request_id, amount)
  select $1, batch.id, paid.request_id, paid.amount from batch, paid where paid.amount > 0`

const noteBatch = `
  update app.fulfilments f
  set facts = f.facts || jsonb_build_object('paymentDate', b.paid_on, 'paymentReference', b.bank_reference)
  from app.payment_batch_claims c join app.payment_batches b on b.company_id = c.company_id and b.id = c.batch_id
  where f.company_id = $1 and c.company_id = $1 and c.request_id = f.request_id`
