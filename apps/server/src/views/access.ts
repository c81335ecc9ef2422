import type { View } from '@deskhand/contract'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { mayChange } from './rules.ts'
import { words } from './words.ts'

/** A view as it is kept. */
export type ViewRecord = Omit<View, 'mayChange'>

const columns = `v.id, v.owner_id as "ownerId", p.name as "ownerName", v.name, v.sharing,
  v.desk_id as "serviceDeskId", v.team_id as "teamId", v.query as where, v.sort, v.grouping, v.columns, v.density, v.layout, v.limits, v.version`

/**
 * The views that this person has: own ones, those of their teams and desks and the company's. Whose private views exist
 * is row-level security's business; an admin sees those of every desk.
 */
export const readViews = (tx: Tx, actor: Actor): Promise<ViewRecord[]> =>
  tx.query<ViewRecord>(
    `select ${columns} from app.views v
     join app.people p on p.company_id = v.company_id and p.id = v.owner_id
     where v.company_id = $1 order by v.created_at, v.id limit 200`,
    [actor.companyId],
  )

/** The view, locked, for whoever may change it; hidden and missing are the same 404. */
export async function loadView(
  { tx, actor, ifMatch }: { tx: Tx; actor: Actor; ifMatch: readonly string[] | null },
  id: string,
): Promise<ViewRecord> {
  const [view] = isUuid(id.toLowerCase())
    ? await tx.query<ViewRecord>(
        `select ${columns} from app.views v
         join app.people p on p.company_id = v.company_id and p.id = v.owner_id
         where v.company_id = $1 and v.id = $2 for update of v`,
        [actor.companyId, id.toLowerCase()],
      )
    : []
  if (!view) throw new Stop('not_found', words.noSuchView)
  if (!mayChange(actor, view)) throw new Stop('forbidden', words.onlyOwner)
  if (ifMatch && !ifMatch.includes(String(view.version)))
    throw new Stop('stale', words.stale, { current: asSeen(actor, view) })
  return view
}

export const asSeen = (actor: Actor, view: ViewRecord): View => ({
  ...view,
  mayChange: mayChange(actor, view),
})

/** A private view's name is nobody else's business, so that it is not part of its events. */
export const about = ({ id, name, sharing, serviceDeskId, ownerId }: ViewRecord): Subject => ({
  type: 'view',
  id,
  people: [ownerId],
  ...(sharing === 'ME' ? {} : { ref: name }),
  ...(serviceDeskId ? { deskId: serviceDeskId } : {}),
})
