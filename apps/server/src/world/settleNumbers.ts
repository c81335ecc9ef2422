import type { Tx } from '../platform/db/transaction.ts'

/** Hangs requests that were added later on the forms of their kinds, and lets the desks count on from them. */
export async function settleNumbers(tx: Tx, companyId: string, ids: readonly string[]): Promise<void> {
  await tx.run(hangOnForms, [companyId, ids])
  await tx.run(countOn, [companyId])
}

const hangOnForms = `
  update app.requests r set form_version_id = f.published_version_id
  from app.request_types t join app.forms f on f.company_id = t.company_id and f.id = t.form_id
  where r.company_id = $1 and r.id = any ($2::uuid[]) and t.company_id = $1 and t.id = r.request_type_id`

const countOn = `
  update app.counters c set value = greatest(c.value, r.number)
  from (select service_desk_id, max(number) as number from app.requests where company_id = $1 group by 1) r
  where c.company_id = $1 and c.name = 'desk:' || r.service_desk_id`
