import {
  type Answers,
  type FormDefinition,
  isBlank,
  type PersonFacts,
  rowsOf,
  shownAnswers,
} from '@deskhand/contract'

/** Answers as they are sent: without blanks, without what does not apply, without the empty lines at the end. */
export function cleanAnswers(definition: FormDefinition, answers: Answers, facts: PersonFacts): Answers {
  const full = Object.fromEntries(
    Object.entries(answers).map(([key, value]) => {
      const rows = rowsOf(value)
      if (rows.length === 0) return [key, typeof value === 'string' ? value.trim() : value]
      const last = rows.findLastIndex((row) => Object.values(row).some((cell) => !isBlank(cell)))
      return [key, rows.slice(0, last + 1)]
    }),
  )
  return shownAnswers(definition, { answers: full, facts })
}
