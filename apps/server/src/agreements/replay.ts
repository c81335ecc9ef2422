import { type Clock, type Entry, type Happening, type Situation, turn } from './clocks.ts'
import { stepsOf } from './moments.ts'
import type { AgreementFacts, Terms } from './policy.ts'
import { termsFor } from './policy.ts'

/** Something that happened to a request, and what was different afterwards. */
export type Episode = { happening: Happening; after: Partial<Situation> }

/**
 * The clocks and the ledger that a request would have if these facts had always held: for what is older than its
 * clocks, and for trying a policy on what has been. Steps that lie in the past are passed over.
 */
export function replay(
  begin: Situation,
  episodes: readonly Episode[],
  facts: AgreementFacts,
  now: number,
): { clocks: Clock[]; entries: Entry[]; terms: Terms; situation: Situation } {
  let situation = begin
  const opened: Happening = { cause: 'request.created', at: begin.createdAt }
  let { clocks, entries } = turn([], situation, opened, facts)
  for (const { happening, after } of episodes) {
    situation = { ...situation, ...after }
    const turned = turn(clocks, situation, happening, facts)
    clocks = turned.clocks
    entries = [...entries, ...turned.entries]
  }
  const terms = termsFor(situation, facts)
  return { clocks: clocks.map((clock) => passOver(clock, terms, now)), entries, terms, situation }
}

/** The clock without the steps that would have been taken before now. */
function passOver(clock: Clock, terms: Terms, now: number): Clock {
  const steps = stepsOf(clock, terms)
  const passed = steps.filter(({ at }) => at <= now).map(({ step }) => step.id)
  const next = steps.find(({ step }) => !passed.includes(step.id))
  return { ...clock, done: [...clock.done, ...passed], stepAt: next?.at ?? null }
}
