import type { Tx } from '../../platform/db/transaction.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'

type TypeRecord = { id: string; name: string; formVersionId: string | null }

/** A kind of request of the company, offered or not, or 404. */
export async function loadType(tx: Tx, id: string): Promise<TypeRecord> {
  const [type] = isUuid(id.toLowerCase())
    ? await tx.query<TypeRecord>(
        `select t.id, t.name, f.published_version_id as "formVersionId" from app.request_types t
         left join app.forms f on f.company_id = t.company_id and f.id = t.form_id
         where t.company_id = $1 and t.id = $2`,
        [tx.whose.companyId, id],
      )
    : []
  if (!type) throw new Stop('not_found', words.noSuchType)
  return type
}
