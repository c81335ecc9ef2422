import type { Tx } from '../../platform/db/transaction.ts'

/** What took this thing from its holder was undone: what they were last asked for it stands again as it stood. */
export async function reopenAcceptances(
  { tx }: { tx: Tx },
  assetId: string,
  personId: string | null,
): Promise<void> {
  await tx.run(reopen, [tx.whose.companyId, assetId, personId])
}

const reopen = `
  with last as (
    select a.id from app.acceptances a
    join app.acceptance_things t on t.company_id = a.company_id and t.acceptance_id = a.id and t.asset_id = $2
    where a.company_id = $1 and a.person_id = $3 and a.kind = 'AGREEMENT' order by a.asked_at desc, a.id desc limit 1),
  things as (
    update app.acceptance_things t set ended_at = null from last
    where t.company_id = $1 and t.acceptance_id = last.id and t.asset_id = $2)
  update app.acceptances a set state = 'PENDING', version = a.version + 1 from last
  where a.company_id = $1 and a.id = last.id and a.state = 'WITHDRAWN'`
