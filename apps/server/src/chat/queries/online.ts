import type { Availability } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Platform } from '../../platform/platform.ts'

type Counts = {
  /** Take chats now. */
  online: number
  /** Are there, whether they take chats or are busy. */
  present: number
}

/** How many technicians of these desks have Deskhand open, and what they say of themselves. */
export async function onlineAt(
  { tx, actor, platform }: { tx: Tx; actor: Actor; platform: Platform },
  deskIds: readonly string[],
): Promise<Map<string, Counts>> {
  const counts = new Map<string, Counts>()
  if (deskIds.length === 0) return counts
  const atWork = [...platform.board.peopleAtWork(actor.companyId)]
  const rows = await tx.query<{ deskId: string; state: Availability }>(
    `select m.desk_id as "deskId", coalesce(a.state, 'ONLINE') as state
     from app.desk_members m
     join app.people p on p.company_id = m.company_id and p.id = m.person_id and p.state = 'ACTIVE' and p.deleted_at is null
     left join app.availability a on a.company_id = m.company_id and a.person_id = m.person_id
     where m.company_id = $1 and m.desk_id = any ($2::uuid[]) and m.person_id = any ($3::uuid[])`,
    [actor.companyId, deskIds, atWork],
  )
  for (const { deskId, state } of rows) {
    const { online, present } = counts.get(deskId) ?? { online: 0, present: 0 }
    counts.set(deskId, {
      online: online + (state === 'ONLINE' ? 1 : 0),
      present: present + (state === 'AWAY' ? 0 : 1),
    })
  }
  return counts
}
