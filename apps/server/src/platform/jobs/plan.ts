import type { Reaction } from './reaction.ts'

/** The job that runs several reactions to an event in one transaction; it names them. */
export const together = 'event.react'

/** The jobs that follow from an event, by its name. */
export type JobPlan = ReadonlyMap<string, readonly { identifier: string; reactions?: readonly string[] }[]>

/**
 * One job for those reactions to an event that can share a transaction, when they are several, and one for each of
 * the others. Two reactions of one name would be one job: a bug, said at once.
 */
export function planJobs(reactions: readonly Reaction[]): JobPlan {
  const seen = new Set<string>()
  for (const { name } of reactions) {
    if (seen.has(name)) throw new Error(`Two reactions are called ${name}.`)
    seen.add(name)
  }
  const events = new Set(reactions.flatMap(({ on }) => on))
  return new Map(
    Array.from(events, (event) => {
      const those = reactions.filter(({ on }) => [on].flat().includes(event))
      const inside = those.filter(({ run }) => run).map(({ name }) => name)
      const alone = those.filter(({ run }) => !run || inside.length === 1).map(({ name }) => name)
      return [
        event,
        [
          ...(inside.length > 1 ? [{ identifier: together, reactions: inside }] : []),
          ...alone.map((identifier) => ({ identifier })),
        ],
      ]
    }),
  )
}
