import type { Location } from '@deskhand/contract'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { locationColumns } from './queries/columns.ts'
import { words } from './words.ts'

/** A place of the company; `lock` holds it until the commit. */
export async function loadLocation(
  tx: Tx,
  id: string,
  { lock = false, ifMatch = null }: { lock?: boolean; ifMatch?: readonly string[] | null } = {},
): Promise<Location> {
  const [place] = isUuid(id.toLowerCase())
    ? await tx.query<Location>(
        `select ${locationColumns} from app.locations l where l.company_id = $1 and l.id = $2 ${lock ? 'for update of l' : ''}`,
        [tx.whose.companyId, id.toLowerCase()],
      )
    : []
  if (!place) throw new Stop('not_found', words.noSuchPlace)
  if (ifMatch && !ifMatch.includes(String(place.version)))
    throw new Stop('stale', words.stale, { current: place })
  return place
}

/** Until the commit the tree of the company is this transaction's: paths, names and what lies where agree. */
export const holdTree = (tx: Tx) =>
  tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`places of ${tx.whose.companyId}`])

export const about = ({ id, name }: Pick<Location, 'id' | 'name'>): Subject => ({
  type: 'location',
  id,
  ref: name,
})
