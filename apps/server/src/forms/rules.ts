import {
  type Answers,
  checkDefinition,
  decideForm,
  type FormDefinition,
  isAsked,
  isEncrypted,
  type PersonFacts,
} from '@deskhand/contract'
import { Stop } from '../platform/stop.ts'
import { words } from './words.ts'

/** A form with nothing in it yet. */
export const emptyDefinition: FormDefinition = {
  description: 'optional',
  asksUrgency: false,
  sections: [{ key: 'main', fields: [] }],
}

/** Stops with 422 and a pointer for each thing that does not fit together; `below` is where it lies in the body. */
export function mustFit(definition: FormDefinition, below = '/definition'): void {
  const faults = checkDefinition(definition)
  const [first] = faults
  if (!first) return
  throw new Stop('rule', faults.length === 1 ? first.message : words.checkForm(faults.length), {
    errors: faults.slice(0, 100).map(({ pointer, message }) => ({ pointer: `${below}${pointer}`, message })),
  })
}

export const canBeAnswered = (definition: FormDefinition): boolean =>
  definition.sections.some(({ fields }) => fields.some(isAsked))

/**
 * How a form begins for this person: what the place says where its code was scanned, their facts, and the fixed values,
 * as far as fields of these show at once.
 */
export function prefilledFor(definition: FormDefinition, facts: PersonFacts, here: Answers = {}): Answers {
  const said: Answers = { ...facts, ...here }
  const answers: Answers = {}
  for (const field of definition.sections.flatMap(({ fields }) => fields).filter(isAsked)) {
    const known = field.prefill === undefined ? null : (said[field.prefill] ?? null)
    const begins = known ?? field.default ?? null
    if (begins !== null && !isEncrypted(field)) answers[field.key] = begins
  }
  const { visible } = decideForm(definition, { answers, facts })
  return Object.fromEntries(Object.entries(answers).filter(([key]) => visible.has(key)))
}

/** The fields that prepared answers may hold: those of the form that are not encrypted. */
export const templateKeys = (definition: FormDefinition): Set<string> =>
  new Set(
    definition.sections
      .flatMap(({ fields }) => fields)
      .filter((field) => isAsked(field) && !isEncrypted(field))
      .map(({ key }) => key),
  )
