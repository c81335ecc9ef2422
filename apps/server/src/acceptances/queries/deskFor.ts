import type { AssetRecord } from '../../assets/access.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** The desk that hears of things like these: the one that keeps them; where nobody said which, the first there is. */
export async function deskFor(
  tx: Tx,
  assets: readonly Pick<AssetRecord, 'deskId'>[],
): Promise<string | null> {
  const [desk] = await tx.query<{ code: string }>(
    `select code from app.desks where company_id = $1 and is_active
     order by coalesce(id = $2, false) desc, code = 'IT' desc, display_order limit 1`,
    [tx.whose.companyId, assets.find(({ deskId }) => deskId !== null)?.deskId ?? null],
  )
  return desk?.code ?? null
}
