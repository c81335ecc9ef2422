import type { SoftwareDetails } from '@deskhand/contract'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { detailsOf } from './queries/columns.ts'
import { words } from './words.ts'

/** A title with all that is known of it; `lock` holds it until the commit. */
export async function loadTitle(tx: Tx, id: string, { lock = false } = {}): Promise<SoftwareDetails> {
  const [row] = isUuid(id.toLowerCase())
    ? await tx.query<{ title: SoftwareDetails }>(
        `select ${detailsOf} as title from app.software_titles t
         where t.company_id = $1 and t.id = $2 ${lock ? 'for update of t' : ''}`,
        [tx.whose.companyId, id.toLowerCase()],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchTitle)
  return row.title
}

export const about = ({ id, name }: Pick<SoftwareDetails, 'id' | 'name'>): Subject => ({
  type: 'software',
  id,
  ref: name,
})
