import type { SoftwareDetails } from '@deskhand/contract'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { detailsOf } from './queries/columns.ts'
import { words } from './words.ts'

type Inside = { tx: Tx; actor: Actor }

/** A title with all that is known of it; `lock` holds it until the commit. */
export async function loadTitle(
  { tx, actor }: Inside,
  id: string,
  { lock = false } = {},
): Promise<SoftwareDetails> {
  const [row] = isUuid(id.toLowerCase())
    ? await tx.query<{ title: Omit<SoftwareDetails, 'mayChange'> }>(
        `select ${detailsOf} as title from app.software_titles t
         where t.company_id = $1 and t.id = $2 ${lock ? 'for update of t' : ''}`,
        [tx.whose.companyId, id.toLowerCase()],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchTitle)
  return { ...row.title, mayChange: await mayKeepSoftware({ tx, actor }) }
}

/**
 * Whether this person decides about software: what is installed belongs to whoever keeps the things that it is on. Where
 * none of these has a desk, every technician keeps them (decision 77).
 */
async function mayKeepSoftware({ tx, actor }: Inside): Promise<boolean> {
  if (actor.isAdmin) return true
  const desks = await tx.query<{ deskId: string | null }>(
    `select distinct c.desk_id as "deskId" from app.asset_categories c
     where c.company_id = $1 and exists (select from app.devices d
       join app.assets a on a.company_id = d.company_id and a.id = d.asset_id
       where d.company_id = c.company_id and a.category_id = c.id)`,
    [actor.companyId],
  )
  const keeping = desks.flatMap(({ deskId }) => deskId ?? [])
  return keeping.length === 0 ? actor.desks.size > 0 : keeping.some((id) => actor.desks.has(id))
}

export const about = ({ id, name }: Pick<SoftwareDetails, 'id' | 'name'>): Subject => ({
  type: 'software',
  id,
  ref: name,
})
