import type { PaymentBatch } from '@deskhand/contract'
import { deskFacts } from '../desks/access.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import type { Platform } from '../platform/platform.ts'
import { Stop } from '../platform/stop.ts'
import { words } from './words.ts'

type Inside = { tx: Tx; platform: Platform; actor: Actor }

/** The desk that claims lie at, if the company has any; stops who does not work there, or with `leads` who does not lead it. */
export async function mustPay(
  { tx, platform, actor }: Inside,
  { leads = false } = {},
): Promise<string | null> {
  const type = (await deskFacts(platform, tx)).types.find(({ kind }) => kind === 'EXPENSE')
  const role = type && actor.desks.get(type.deskId)
  if (!actor.isAdmin && !role) throw new Stop('forbidden', words.onlyFinance)
  if (leads && !actor.isAdmin && role !== 'SUPERVISOR') throw new Stop('forbidden', words.onlyLeads)
  return type?.deskId ?? null
}

/** Batches as the API answers them, as JSON in one statement; `b` is the batch. */
export const selectBatches = `
  select b.id, b.number, b.created_at as "createdAt", maker.name as "createdByName", b.paid_on::text as "paidOn",
    b.bank_reference as "bankReference", b.version,
    json_build_object('currency', b.currency, 'amount', (select coalesce(sum(c.amount), 0)::text
      from app.payment_batch_claims c where c.company_id = b.company_id and c.batch_id = b.id)) as total,
    coalesce((select json_agg(json_build_object('requestId', r.id, 'referenceNumber', r.reference_number,
        'requesterName', p.name, 'amount', json_build_object('amount', c.amount::text, 'currency', b.currency))
        order by r.number)
      from app.payment_batch_claims c
      join app.requests r on r.company_id = c.company_id and r.id = c.request_id
      join app.people p on p.company_id = r.company_id and p.id = r.requester_id
      where c.company_id = b.company_id and c.batch_id = b.id), '[]') as claims
  from app.payment_batches b
  join app.people maker on maker.company_id = b.company_id and maker.id = b.created_by_id`

/** A batch; `lock` for a change. */
export async function loadBatch(
  { tx, actor, ifMatch }: { tx: Tx; actor: Actor; ifMatch?: readonly string[] | null },
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<PaymentBatch> {
  const [batch] = isUuid(id.toLowerCase())
    ? await tx.query<PaymentBatch>(
        `${selectBatches} where b.company_id = $1 and b.id = $2 ${lock ? 'for update of b' : ''}`,
        [actor.companyId, id.toLowerCase()],
      )
    : []
  if (!batch) throw new Stop('not_found', words.noSuchBatch)
  if (ifMatch && !ifMatch.includes(String(batch.version)))
    throw new Stop('stale', words.stale, { current: batch })
  return batch
}

export const aboutBatch = ({ id, number }: PaymentBatch, deskId: string | null): Subject => ({
  type: 'payment_batch',
  id,
  ref: String(number),
  ...(deskId ? { deskId } : {}),
})
