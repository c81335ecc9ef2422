import type { FormComparison, FormCondition, FormDefinition, FormField, PersonFact } from './formShapes.ts'
import { isMoney, moneyWords } from './money.ts'

export const factWords: Record<PersonFact, string> = {
  name: 'the person’s name',
  email: 'the person’s mail address',
  phone: 'the person’s phone',
  jobTitle: 'the person’s job',
  department: 'the person’s department',
  site: 'the person’s site',
  managerId: 'the person’s manager',
  isManager: 'the person manages others',
}

const words: Record<FormComparison['is'], string> = {
  is: 'is',
  isNot: 'is not',
  oneOf: 'is one of',
  noneOf: 'is none of',
  contains: 'contains',
  moreThan: 'is more than',
  atLeast: 'is at least',
  lessThan: 'is less than',
  atMost: 'is at most',
  answered: 'is answered',
  notAnswered: 'is not answered',
}
const dayWords: Partial<typeof words> = {
  moreThan: 'is after',
  atLeast: 'is on or after',
  lessThan: 'is before',
  atMost: 'is on or before',
}

/** How a comparison reads for a field of this type: days come before and after, numbers are more or less. */
export const comparisonWord = (is: FormComparison['is'], field?: FormField): string =>
  (field?.type === 'date' || field?.type === 'dateTime' ? dayWords[is] : undefined) ?? words[is]

export const fieldsOf = (definition: FormDefinition): FormField[] =>
  definition.sections.flatMap(({ fields }) => fields)

/** "Device is Laptop and (Site is Lisbon or the person’s department is Sales)" */
export function conditionSentence(condition: FormCondition, definition: FormDefinition): string {
  const byKey = new Map(fieldsOf(definition).map((field) => [field.key, field]))
  const single = (one: FormComparison) => comparisonSentence(one, byKey)
  const parts = condition.parts.map((part) => {
    if (!('parts' in part)) return single(part)
    const inner = join(part.parts.map(single), part.match)
    return part.parts.length > 1 && condition.parts.length > 1 ? `(${inner})` : inner
  })
  return join(parts, condition.match)
}

const join = (parts: string[], match: 'all' | 'any') => parts.join(match === 'all' ? ' and ' : ' or ')

function comparisonSentence(one: FormComparison, byKey: ReadonlyMap<string, FormField>): string {
  const field = one.answer === undefined ? undefined : byKey.get(one.answer)
  if (one.fact === 'isManager' && one.is === 'is')
    return one.value === false ? 'the person manages nobody' : factWords.isManager
  const subject = one.fact ? factWords[one.fact] : (field?.label ?? `“${one.answer}”`)
  const word = comparisonWord(one.is, field)
  if (one.is === 'answered' || one.is === 'notAnswered') return `${subject} ${word}`
  return `${subject} ${word} ${valueWords(one.value, field)}`
}

function valueWords(value: FormComparison['value'], field?: FormField): string {
  if (Array.isArray(value)) return value.map((one) => valueWords(one, field)).join(', ')
  if (isMoney(value)) return moneyWords(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const options = field && 'options' in field ? field.options : []
  return options.find((option) => option.value === value)?.label ?? String(value ?? '…')
}

export const shownSentence = (condition: FormCondition, definition: FormDefinition): string =>
  `Shown when ${conditionSentence(condition, definition)}`

export const requiredSentence = (condition: FormCondition, definition: FormDefinition): string =>
  `Required when ${conditionSentence(condition, definition)}`
