import { dayWords } from './dayWords.ts'
import { compareAnswers, decideForm, type FormInput, isBlank, rowsOf, sumOfLines } from './formConditions.ts'
import type {
  Answers,
  AnswerValue,
  AskedField,
  DayBound,
  FormColumn,
  FormDefinition,
  FormField,
} from './formShapes.ts'
import { valueFault } from './formValues.ts'
import { isHeld } from './money.ts'

export type Fault = {
  /** Below `customFields`: the field, and for lines the row and its column. */
  path: (string | number)[]
  message: string
}

export type Circumstances = {
  /** The day where the person is, as `2026-11-28`. */
  today: string
  /** Encrypted answers that are kept already and need not be said again. */
  kept?: ReadonlySet<string>
}

export const isAsked = (field: FormField): field is AskedField =>
  field.type !== 'heading' && field.type !== 'notice'

/** Everything that is wrong with these answers; nothing when they can be stored. */
export function checkAnswers(
  definition: FormDefinition,
  input: FormInput,
  { today, kept = new Set() }: Circumstances,
): Fault[] {
  const { visible, required } = decideForm(definition, input)
  const fields = definition.sections.flatMap((section) => section.fields)
  const known = new Set(fields.filter(isAsked).map(({ key }) => key))
  const strangers = Object.keys(input.answers).filter((key) => !known.has(key))
  return [
    ...strangers.map((key) => ({ path: [key], message: 'This form has no such field.' })),
    ...fields.filter(isAsked).flatMap((field): Fault[] => {
      const value = input.answers[field.key]
      if (!visible.has(field.key)) {
        return isBlank(value) ? [] : [{ path: [field.key], message: hiddenWords(field) }]
      }
      if (isBlank(value)) {
        const isMissing = required.has(field.key) && !kept.has(field.key)
        return isMissing ? [{ path: [field.key], message: missingWords(field) }] : []
      }
      return fieldFaults(field, value as AnswerValue, input.answers, today)
    }),
  ]
}

const hiddenWords = ({ label }: FormField) => `“${label}” is not asked with these answers. Leave it out.`

/** What is said where a required field has no answer. */
export function missingWords(field: AskedField | FormColumn): string {
  switch (field.type) {
    case 'choice':
    case 'choices':
    case 'yesNo':
      return `Choose an answer for “${field.label}”.`
    case 'file':
      return `Add a file for “${field.label}”.`
    case 'lines':
      return `Add at least one line to “${field.label}”.`
    case 'asset':
      return `Choose a thing for “${field.label}”.`
    case 'pin':
      return `Put the pin for “${field.label}”.`
    case 'signature':
      return 'Sign with your name.'
    default:
      return `Fill in “${field.label}”.`
  }
}

/** What is wrong with one answer, by its type and limits. */
export function fieldFaults(field: AskedField, value: AnswerValue, answers: Answers, today: string): Fault[] {
  if (field.type === 'lines') return linesFaults(field, value, answers, today)
  const fault = valueFault(field, value) ?? dayFault(field, value, answers, today)
  return fault ? [{ path: [field.key], message: fault }] : []
}

function linesFaults(
  field: Extract<AskedField, { type: 'lines' }>,
  value: AnswerValue,
  answers: Answers,
  today: string,
): Fault[] {
  const rows = rowsOf(value)
  if (!Array.isArray(value) || rows.length !== value.length)
    return [{ path: [field.key], message: 'Lines are a list.' }]
  const faults: Fault[] = []
  if (rows.length < (field.minRows ?? 0))
    faults.push({ path: [field.key], message: `At least ${field.minRows} lines.` })
  if (rows.length > field.maxRows)
    faults.push({ path: [field.key], message: `At most ${field.maxRows} lines.` })
  const columns = new Map(field.columns.map((column) => [column.key, column]))
  for (const [index, row] of rows.entries()) {
    for (const key of Object.keys(row)) {
      if (!columns.has(key))
        faults.push({ path: [field.key, index, key], message: 'There is no such column.' })
    }
    for (const column of field.columns) {
      const cell = row[column.key]
      const fault = isBlank(cell)
        ? column.isRequired
          ? missingWords(column)
          : null
        : (valueFault(column, cell as AnswerValue) ?? dayFault(column, cell as AnswerValue, answers, today))
      if (fault) faults.push({ path: [field.key, index, column.key], message: fault })
    }
  }
  if (faults.length === 0 && field.total && rows.length > 0 && hasTwoCurrencies(field.total.amount, rows)) {
    faults.push({ path: [field.key], message: 'All lines need one currency.' })
  }
  const sum = faults.length === 0 ? sumOfLines(field, value) : null
  if (sum && !isHeld(sum.amount)) {
    faults.push({ path: [field.key], message: 'The total is too large.' })
  }
  return faults
}

function hasTwoCurrencies(key: string, rows: ReturnType<typeof rowsOf>): boolean {
  const seen = rows.flatMap((row) => {
    const cell = row[key]
    return typeof cell === 'object' && cell !== null && 'currency' in cell ? [cell.currency] : []
  })
  return new Set(seen).size > 1
}

function dayFault(
  field: AskedField | FormColumn,
  value: AnswerValue,
  answers: Answers,
  today: string,
): string | null {
  if (field.type !== 'date') return null
  const dayOf = (bound: DayBound) =>
    bound === 'today' ? today : typeof bound === 'string' ? bound : answers[bound.answer]
  const earliest = field.notBefore && dayOf(field.notBefore)
  if (earliest && (compareAnswers(value, earliest) ?? 0) < 0)
    return `Not before ${boundWords(earliest, today)}.`
  const latest = field.notAfter && dayOf(field.notAfter)
  if (latest && (compareAnswers(value, latest) ?? 0) > 0) return `Not after ${boundWords(latest, today)}.`
  return null
}

const boundWords = (day: unknown, today: string) => (day === today ? 'today' : dayWords(String(day)))

/** Where a fault lies in the body, as a JSON Pointer (RFC 6901). */
export const faultPointer = ({ path }: Fault, below = 'customFields'): string =>
  `/${[below, ...path].map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
