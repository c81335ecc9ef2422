import type { Tx } from '../platform/db/transaction.ts'

/** How some orders and payments go on. */
export async function insertFulfilments(tx: Tx, companyId: string): Promise<void> {
  await tx.run(noteOrders, [companyId])
  await tx.run(notePayments, [companyId])
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
