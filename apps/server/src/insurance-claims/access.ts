import type { InsuranceClaim } from '@deskhand/contract'
import { utc } from '../assets/access.ts'
import type { Tx } from '../platform/db/transaction.ts'

/** The contract's InsuranceClaim from `claimSources`. */
export const claimColumns = `i.asset_id as "assetId", a.asset_tag as "assetTag",
  coalesce(a.name, m.name, c.name) as "assetName", i.insurer, i.number, i.state, i.filed_on::text as "filedOn",
  case when i.paid_amount is not null
    then json_build_object('amount', i.paid_amount::text, 'currency', i.paid_currency) end as paid,
  i.note, ${utc('i.updated_at')} as "updatedAt", i.version`

export const claimSources = `app.insurance_claims i
  join app.assets a on a.company_id = i.company_id and a.id = i.asset_id and a.deleted_at is null
  join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
  left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id`

/** The claim for a thing, if there is one. */
export async function readClaim(tx: Tx, assetId: string): Promise<InsuranceClaim | null> {
  const [claim] = await tx.query<InsuranceClaim>(
    `select ${claimColumns} from ${claimSources} where i.company_id = $1 and i.asset_id = $2`,
    [tx.whose.companyId, assetId],
  )
  return claim ?? null
}
