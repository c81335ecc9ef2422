import type { World } from './shapes.ts'

type Read = { companyId: string; personId: string; requestId: string; readAt: Date }

/**
 * Up to when people have seen their requests: whoever asked and whoever works on it have seen all up to what
 * they did last themselves, so that the other side's newer words are unread; the rest of the desk is up to date.
 */
export function readsOf(world: World, companyId: string): Read[] {
  const lastOwn = new Map<string, Date>()
  const last = new Map<string, Date>()
  for (const { requestId, authorId, createdAt } of world.activities) {
    last.set(requestId, createdAt)
    if (authorId) lastOwn.set(`${requestId} ${authorId}`, createdAt)
  }
  const members = Map.groupBy(world.deskMembers, ({ deskId }) => deskId)
  const reads: Read[] = []
  for (const request of world.requests) {
    if (request.companyId !== companyId) continue
    const newest = last.get(request.id) ?? request.createdAt
    const isOver = request.closedAt !== null
    const see = (personId: string, isParty: boolean) => {
      const own = lastOwn.get(`${request.id} ${personId}`) ?? request.createdAt
      reads.push({ companyId, personId, requestId: request.id, readAt: isParty && !isOver ? own : newest })
    }
    see(request.requesterId, true)
    if (isOver) continue
    for (const { personId } of members.get(request.serviceDeskId) ?? []) {
      if (personId === request.requesterId) continue
      // A new one that nobody has taken is news to the whole desk.
      if (request.assignedToId || request.status !== 'SUBMITTED')
        see(personId, personId === request.assignedToId)
    }
  }
  return reads
}
