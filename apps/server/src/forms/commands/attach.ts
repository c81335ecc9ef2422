import type { Tx } from '../../platform/db/transaction.ts'
import { refuseField } from '../../platform/stop.ts'
import { words } from '../words.ts'

/** Makes these the kinds of request that are asked with the form, and no others; answers whether that changed something. */
export async function attach(tx: Tx, formId: string, requestTypeIds: readonly string[]): Promise<boolean> {
  const ids = [...new Set(requestTypeIds.map((id) => id.toLowerCase()))]
  const [row] = await tx.query<{ known: number; changed: number }>(
    `with known as (select id from app.request_types where company_id = $1 and id = any ($3::uuid[])),
     changed as (
       update app.request_types t set form_id = case when t.id = any ($3::uuid[]) then $2::uuid end
       where t.company_id = $1 and (t.form_id = $2) is distinct from (t.id = any ($3::uuid[]))
         and (t.form_id = $2 or t.id = any ($3::uuid[])) returning t.id)
     select (select count(*) from known)::int as known, (select count(*) from changed)::int as changed`,
    [tx.whose.companyId, formId, ids],
  )
  if (row?.known !== ids.length) throw refuseField('requestTypeIds', words.noSuchType)
  return row.changed > 0
}
