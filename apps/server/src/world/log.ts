import { changesBetween } from '../platform/log/event.ts'
import type { World } from './shapes.ts'

/** The lines that the log would have if the world had been lived and not written: opened, moved, assigned, replied. */
export function logOf(world: World, companyId: string): (Record<string, unknown> & { at: Date })[] {
  const people = new Map(world.people.map((person) => [person.id, `${person.firstName} ${person.lastName}`]))
  const prefixes = new Map(world.desks.map(({ id, prefix }) => [id, prefix]))
  const requests = new Map(
    world.requests.filter((one) => one.companyId === companyId).map((one) => [one.id, one]),
  )
  const lines: (Record<string, unknown> & { at: Date })[] = []
  const hands = new Map<string, Hands>()
  for (const entry of world.activities) {
    const request = requests.get(entry.requestId)
    const told = request && nameOf(entry, request, hands)
    if (!request || !told) continue
    lines.push({
      companyId,
      name: told.name,
      subjectType: 'request',
      subjectId: request.id,
      subjectRef: `${prefixes.get(request.serviceDeskId)}-${request.number}`,
      deskId: request.serviceDeskId,
      people: [
        ...new Set(
          [request.requesterId, request.createdById, request.assignedToId].filter((id) => id !== null),
        ),
      ],
      audience: told.name === 'request.noted' ? 'staff' : 'everyone',
      isConfidential: request.isConfidential,
      actorId: entry.authorId,
      actorName: entry.authorId ? (people.get(entry.authorId) ?? null) : null,
      actorKind: entry.authorId ? 'person' : 'system',
      data: told.data,
      changes: told.changes,
      at: entry.createdAt,
    })
  }
  return lines.sort((one, other) => one.at.getTime() - other.at.getTime())
}

type Told = { name: string; data: object; changes: Record<string, [unknown, unknown]> }

/** Who has it at a moment of its story. */
type Hands = { assignedToId: string | null; assignedTeamId: string | null }

function nameOf(
  entry: World['activities'][number],
  request: World['requests'][number],
  hands: Map<string, Hands>,
): Told | null {
  const { metadata, activityType } = entry
  if (activityType === 'COMMENT') {
    if (entry.isInternal) return { name: 'request.noted', data: { activityId: entry.id }, changes: {} }
    const byRequester = entry.authorId === request.requesterId
    return { name: 'request.replied', data: { activityId: entry.id, byRequester }, changes: {} }
  }
  if (metadata.event === 'opened') {
    return {
      name: 'request.created',
      data: { summary: request.summary, onBehalf: request.onBehalf },
      changes: {},
    }
  }
  if (metadata.event === 'closed')
    return { name: 'request.closed', data: {}, changes: { closedAt: [null, entry.createdAt] } }
  if (activityType === 'STATUS_CHANGE' && metadata.to) {
    const { from = null, to, event: _, by: __, ...details } = metadata
    return {
      name: 'request.moved',
      data: { from, to, activityId: entry.id, details },
      changes: { status: [from, to] },
    }
  }
  if (activityType === 'ASSIGNMENT') {
    const before = hands.get(request.id) ?? { assignedToId: null, assignedTeamId: null }
    const { assignedToId = before.assignedToId, assignedTeamId = before.assignedTeamId } = metadata
    const after = { assignedToId, assignedTeamId }
    hands.set(request.id, after)
    const changes = changesBetween(before, after)
    return Object.keys(changes).length > 0 ? { name: 'request.assigned', data: after, changes } : null
  }
  return null
}

/** The log is one: what happened to things stands among what happened to requests. */
export const inOrderOfTime = <Line extends { at?: unknown }>(lines: readonly Line[]): object[] =>
  lines
    .map((line) => ({ subjectVersion: null, ...line }))
    .sort((one, other) => Number(one.at) - Number(other.at))
