import type { Priority, RequestState, WaitReason } from '@deskhand/contract'
import type { Episode, Situation } from '../agreements/access.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { situationOf, type Timed } from '../requests/access.ts'

type Line = {
  requestId: string
  name: string
  at: Date
  actorId: string | null
  data: Record<string, unknown>
  changes: Record<string, [unknown, unknown]>
}
export type Lived = Timed & { createdById: string }

/** What happened to these requests, from the log, in one statement. */
export async function linesOf(tx: Tx, requestIds: readonly string[]): Promise<Map<string, Line[]>> {
  const lines = await tx.query<Line>(
    `select subject_id as "requestId", name, at, actor_id as "actorId", data, changes from app.events
     where company_id = $1 and subject_id = any ($2::uuid[])
       and name in ('request.moved', 'request.replied', 'request.prioritised', 'request.updated')
     order by subject_id, id`,
    [tx.whose.companyId, requestIds],
  )
  return Map.groupBy(lines, ({ requestId }) => requestId)
}

/** How a request began, and every episode since: what its clocks would have gone by. */
export function lifeOf(
  request: Lived,
  lines: readonly Line[],
  standing: { site: string | null; isVip: boolean },
): { begin: Situation; episodes: Episode[] } {
  const now = situationOf(request, standing)
  const begin: Situation = {
    ...now,
    status: 'SUBMITTED',
    reviewKind: null,
    waitReason: null,
    isAnswered: false,
    // What it was before the first change of it, or what it still is.
    priority: firstOf<Priority>(lines, 'priority') ?? now.priority,
    requestTypeId: firstOf<string | null>(lines, 'requestTypeId') ?? now.requestTypeId,
  }
  const episodes = lines.map((line) => episodeOf(line, request))
  return { begin, episodes }
}

const speaks = new Set<unknown>(['ACTION_REQUIRED', 'RESOLVED', 'REJECTED'])
const ended = new Set<unknown>(['RESOLVED', 'REJECTED'])

function episodeOf({ name, at, actorId, data, changes }: Line, request: Lived): Episode {
  const isAsker = actorId === request.requesterId || actorId === request.createdById
  const isDesk = actorId !== null && !isAsker
  const happening = { cause: name, at: at.getTime() }
  switch (name) {
    case 'request.moved': {
      const { from, to } = data
      const details = data['details'] as
        | { waitReason?: WaitReason; reviewKind?: 'TRIAGE' | 'APPROVAL' }
        | undefined
      const answers = isDesk && speaks.has(to)
      return {
        happening: { ...happening, answers, asks: isAsker && ended.has(from) },
        after: {
          status: to as RequestState,
          waitReason: details?.waitReason ?? null,
          reviewKind: to === 'IN_REVIEW' ? (details?.reviewKind ?? 'TRIAGE') : null,
          ...(answers ? { isAnswered: true } : {}),
        },
      }
    }
    case 'request.replied': {
      const asks = data['byRequester'] === true
      return { happening: { ...happening, asks, answers: !asks }, after: asks ? {} : { isAnswered: true } }
    }
    default: {
      const [, priority] = changes['priority'] ?? []
      const type = changes['requestTypeId']
      return {
        happening: { ...happening, terms: priority ? 'PRIORITY' : 'KIND' },
        after: {
          ...(priority ? { priority: priority as Priority } : {}),
          ...(type ? { requestTypeId: type[1] as string | null } : {}),
        },
      }
    }
  }
}

function firstOf<Value>(lines: readonly Line[], field: string): Value | undefined {
  const change = lines.find(({ changes }) => changes[field])?.changes[field]
  // The log holds what the field held.
  return change ? (change[0] as Value) : undefined
}
