import { isBlank } from './formConditions.ts'
import { isAsked } from './formRules.ts'
import type { Answers, FormDefinition, FormThing } from './formShapes.ts'

/**
 * The answers after one of them was changed: fields that begin with a fact of the thing that it names now say that fact,
 * where they were empty or still said it of the thing before.
 */
export function withThingFacts(
  definition: FormDefinition,
  before: Answers,
  after: Answers,
  things: readonly FormThing[],
): Answers {
  const byId = new Map(things.map((thing) => [thing.id, thing]))
  const thingIn = (answers: Answers, key: string) => byId.get(String(answers[key] ?? '').toLowerCase())
  const filled = { ...after }
  for (const field of definition.sections.flatMap(({ fields }) => fields).filter(isAsked)) {
    if (
      !field.fromThing ||
      (before[field.fromThing.answer] ?? null) === (after[field.fromThing.answer] ?? null)
    )
      continue
    const { answer, fact } = field.fromThing
    const said = after[field.key] ?? null
    const wasFact = said !== null && said === (thingIn(before, answer)?.[fact] ?? null)
    if (isBlank(said) || wasFact) filled[field.key] = thingIn(after, answer)?.[fact] ?? null
  }
  return filled
}
