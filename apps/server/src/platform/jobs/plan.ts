import type { Reaction } from './reaction.ts'

/** Which jobs follow from which event. Two reactions of one name would be one job: a bug, said at once. */
export function planJobs(reactions: readonly Reaction[]): ReadonlyMap<string, readonly string[]> {
  const seen = new Set<string>()
  const plan = new Map<string, string[]>()
  for (const { name, on } of reactions) {
    if (seen.has(name)) throw new Error(`Two reactions are called ${name}.`)
    seen.add(name)
    for (const event of new Set([on].flat())) plan.set(event, [...(plan.get(event) ?? []), name])
  }
  return plan
}
