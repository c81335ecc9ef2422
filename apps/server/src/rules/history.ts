import type { RuleBody } from '@deskhand/contract'
import type { LoggedEvent } from '../platform/log/event.ts'
import { doerOf, type Facts, type Happening, happeningOf, withChanges } from './facts.ts'
import { matches } from './rules.ts'

/** A request as it is now, and what happened to it, the oldest first. */
export type Life = {
  facts: Facts
  requesterId: string
  createdById: string
  createdAt: Date
  closedAt: Date | null
  dueAt: Date | null
  events: readonly Past[]
}
export type Past = Pick<LoggedEvent, 'name' | 'changes' | 'at' | 'actorId' | 'actorKind'> & { data?: unknown }
type Moment = { at: Date; facts: Facts; happening: Happening }
type CategoryOf = (typeId: string | null) => string | null

const hour = 3_600_000

/**
 * What a request was at each thing that happened to it. The log has what was before every change: going back from now,
 * and forth again, needs no copies.
 */
export function momentsOf(life: Life, categoryOf: CategoryOf): Moment[] {
  let facts = life.facts
  const moments: Moment[] = []
  for (const event of life.events.toReversed()) {
    const happening = happeningOf(event)
    if (happening) moments.push({ at: event.at, facts: { ...facts, by: doerOf(event, life) }, happening })
    if (event.name !== 'request.created') facts = withChanges(facts, event.changes, 0, categoryOf)
  }
  return moments.reverse()
}

/** When the rule would have matched for the first time, and what the request was then; null where it never would have. */
export function firstMatch(rule: RuleBody, life: Life, categoryOf: CategoryOf, now: Date): Moment | null {
  const moments = momentsOf(life, categoryOf)
  const ripe = rule.trigger.on === 'TIME' ? ripeMoments(rule, life, moments, now) : moments
  return ripe.find(({ facts, happening }) => matches(rule, facts, happening)) ?? null
}

/** The moments that the clock would have brought, with the request as it was then. */
function ripeMoments({ trigger }: RuleBody, life: Life, moments: readonly Moment[], now: Date): Moment[] {
  if (trigger.on !== 'TIME') return []
  const span = trigger.hours * hour * (trigger.side === 'AFTER' ? 1 : -1)
  const starts = (which: (happening: Happening) => boolean) =>
    moments.filter(({ happening }) => which(happening)).map(({ at }) => at.getTime())
  const changed = (field: 'status' | 'reply') =>
    starts((one) => one.on === 'CREATED' || (one.on === 'CHANGED' && one.fields.includes(field)))
  const from = {
    CREATED: () => [life.createdAt.getTime()],
    DUE: () => (life.dueAt ? [life.dueAt.getTime()] : []),
    STATUS: () => changed('status'),
    // The first is when it was asked, which is no reply.
    LAST_REPLY: () => starts((one) => one.on === 'CHANGED' && one.fields.includes('reply')),
  }[trigger.moment]()
  return from.flatMap((start, place) => {
    const at = Math.max(start + span, life.createdAt.getTime())
    const next = trigger.moment === 'DUE' ? undefined : from[place + 1]
    const isOver = (life.closedAt && at > life.closedAt.getTime()) || at > now.getTime()
    if (isOver || (next !== undefined && next <= at)) return []
    const then = moments.findLast((one) => one.at.getTime() <= at)
    return then
      ? [
          {
            at: new Date(at),
            facts: { ...then.facts, by: 'DESKHAND' as const },
            happening: { on: 'TIME' as const },
          },
        ]
      : []
  })
}
