import type {
  AnswerRow,
  Answers,
  AnswerValue,
  FormComparison,
  FormCondition,
  FormDefinition,
  FormField,
  LinesField,
  PersonFacts,
} from './formShapes.ts'
import { isHeld, isMoney, type Money } from './money.ts'

/** Everything that decides a form: what was answered, and whom it is for. */
export type FormInput = { answers: Answers; facts: PersonFacts }

/** Nothing was said: no value, no text, no entry. */
export const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

export const rowsOf = (value: unknown): AnswerRow[] =>
  Array.isArray(value)
    ? value.filter((row): row is AnswerRow => typeof row === 'object' && row !== null && !Array.isArray(row))
    : []

/** The sum of lines in minor units: null where there is none, or where they are of several currencies. */
export function sumOfLines(
  field: Pick<LinesField, 'total'>,
  value: unknown,
): { amount: bigint; currency: string } | null {
  if (!field.total) return null
  const { amount: amountKey, quantity: quantityKey } = field.total
  let amount = 0n
  let currency: string | null = null
  for (const row of rowsOf(value)) {
    const money = row[amountKey]
    if (!isWhole(money)) continue
    const quantity = quantityKey ? (row[quantityKey] ?? 1) : 1
    // Conditions read what nobody has held against the form yet: what is no quantity counts for nothing.
    if (typeof quantity !== 'number' || !(Math.abs(quantity) <= Number.MAX_SAFE_INTEGER)) continue
    if (currency !== null && currency !== money.currency) return null
    currency = money.currency
    // Quantities may be fractions (2.5 hours); a total is whole minor units, halves away from zero.
    const scaled = BigInt(money.amount) * BigInt(Math.round(quantity * 1_000_000))
    amount += (scaled + (scaled < 0n ? -500_000n : 500_000n)) / 1_000_000n
  }
  return currency === null ? null : { amount, currency }
}

/** The running total of lines: null where there is none, of several currencies, and where it is more than money holds. */
export function totalOf(field: Pick<LinesField, 'total'>, value: unknown): Money | null {
  const sum = sumOfLines(field, value)
  return sum && isHeld(sum.amount) ? { amount: String(sum.amount), currency: sum.currency } : null
}

/** Money of a well-formed amount; what is being typed may be anything. */
const isWhole = (value: unknown): value is Money => isMoney(value) && /^-?\d{1,15}$/.test(value.amount)

/** The field's value as conditions compare it: lines are their total, or how many they are. */
const comparable = (field: FormField | undefined, value: AnswerValue | undefined) =>
  field?.type === 'lines' && value !== undefined
    ? (totalOf(field, value) ?? rowsOf(value).length)
    : (value ?? null)

export const comparisonsIn = (condition: FormCondition): FormComparison[] =>
  condition.parts.flatMap((part) => ('parts' in part ? part.parts : [part]))

/** The fields that a condition looks at. */
export const answersIn = (condition: FormCondition | undefined): string[] =>
  condition ? comparisonsIn(condition).flatMap(({ answer }) => (answer === undefined ? [] : [answer])) : []

type ReadValue = (comparison: FormComparison) => unknown

function holds(condition: FormCondition, readValue: ReadValue): boolean {
  const results = condition.parts.map((part) => {
    if (!('parts' in part)) return answerCompares(part, readValue(part))
    const inner = part.parts.map((one) => answerCompares(one, readValue(one)))
    return part.match === 'all' ? inner.every(Boolean) : inner.some(Boolean)
  })
  return condition.match === 'all' ? results.every(Boolean) : results.some(Boolean)
}

/** One comparison; with nothing to compare only `notAnswered` and the negations hold. */
export function answerCompares({ is, value: wanted }: FormComparison, given: unknown): boolean {
  switch (is) {
    case 'answered':
      return !isBlank(given)
    case 'notAnswered':
      return isBlank(given)
    case 'is':
      return isSame(given, wanted)
    case 'isNot':
      return !isSame(given, wanted)
    case 'oneOf':
      return isAmong(given, wanted)
    case 'noneOf':
      return !isAmong(given, wanted)
    case 'contains':
      if (Array.isArray(given)) return given.some((one) => isSame(one, wanted))
      return (
        typeof given === 'string' &&
        typeof wanted === 'string' &&
        given.toLowerCase().includes(wanted.toLowerCase())
      )
    default: {
      const order = compareAnswers(given, wanted)
      if (order === null) return false
      if (is === 'moreThan') return order > 0
      if (is === 'atLeast') return order >= 0
      return is === 'lessThan' ? order < 0 : order <= 0
    }
  }
}

function isSame(given: unknown, wanted: unknown): boolean {
  if (isMoney(given) && isMoney(wanted)) return compareAnswers(given, wanted) === 0
  return given === wanted
}

function isAmong(given: unknown, wanted: unknown): boolean {
  if (!Array.isArray(wanted)) return false
  return (Array.isArray(given) ? given : [given]).some((one) => wanted.includes(one))
}

/** Numbers, amounts of one currency, and days and texts by their letters; null where they do not compare. */
export function compareAnswers(one: unknown, other: unknown): number | null {
  if (typeof one === 'number' && typeof other === 'number') return Math.sign(one - other)
  if (typeof one === 'string' && typeof other === 'string') return one < other ? -1 : one > other ? 1 : 0
  if (isWhole(one) && isWhole(other)) {
    if (one.currency !== other.currency) return null
    const difference = BigInt(one.amount) - BigInt(other.amount)
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }
  return null
}

/** What a form shows and requires for these answers; browser and server decide it here. */
export type FormState = { visible: ReadonlySet<string>; required: ReadonlySet<string> }

/**
 * Which fields are there and which must be answered. A hidden field counts as not answered for the
 * conditions of others, whatever its answer still holds.
 */
export function decideForm(definition: FormDefinition, { answers, facts }: FormInput): FormState {
  const places = new Map(
    definition.sections.flatMap((section) =>
      section.fields.map((field) => [field.key, { section, field }] as const),
    ),
  )
  const known = new Map<string, boolean>()
  const readValue: ReadValue = ({ answer, fact }) => {
    if (fact) return facts[fact] ?? null
    if (answer === undefined || !isVisible(answer)) return null
    return comparable(places.get(answer)?.field, answers[answer])
  }
  const isTrue = (condition: FormCondition | undefined) => !condition || holds(condition, readValue)
  function isVisible(key: string): boolean {
    const before = known.get(key)
    if (before !== undefined) return before
    // A published form has no circle; a draft under test may have one, and then its fields stay away.
    known.set(key, false)
    const place = places.get(key)
    const result = place !== undefined && isTrue(place.section.showWhen) && isTrue(place.field.showWhen)
    known.set(key, result)
    return result
  }
  const visible = new Set([...places.keys()].filter(isVisible))
  const required = new Set(
    [...places.values()].flatMap(({ field }) => {
      if (!visible.has(field.key) || field.type === 'heading' || field.type === 'notice') return []
      return field.isRequired || (field.requireWhen && holds(field.requireWhen, readValue)) ? [field.key] : []
    }),
  )
  return { visible, required }
}

/** The answers that count: those of fields that are there, without what is blank. */
export function shownAnswers(definition: FormDefinition, input: FormInput): Answers {
  const { visible } = decideForm(definition, input)
  return Object.fromEntries(
    Object.entries(input.answers).filter(([key, value]) => visible.has(key) && !isBlank(value)),
  )
}
