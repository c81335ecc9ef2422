import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** These things are with their holder no more: what still waited to be agreed to waits no longer. */
export async function endAcceptances({ tx }: { tx: Tx }, assetIds: readonly string[]): Promise<void> {
  if (assetIds.length === 0) return
  await tx.run(end, [tx.whose.companyId, assetIds, clock.now()])
  await tx.run(withdraw, [tx.whose.companyId, assetIds])
}

const end = `
  update app.acceptance_things t set ended_at = $3 from app.acceptances a
  where t.company_id = $1 and t.asset_id = any ($2::uuid[]) and t.ended_at is null
    and a.company_id = $1 and a.id = t.acceptance_id and a.kind = 'AGREEMENT'`

const withdraw = `
  update app.acceptances a set state = 'WITHDRAWN', version = a.version + 1
  where a.company_id = $1 and a.state = 'PENDING'
    and a.id in (select t.acceptance_id from app.acceptance_things t where t.company_id = $1 and t.asset_id = any ($2::uuid[]))
    and not exists (select from app.acceptance_things t
      where t.company_id = $1 and t.acceptance_id = a.id and t.ended_at is null)`
