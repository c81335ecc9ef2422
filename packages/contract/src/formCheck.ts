import { answersIn, comparisonsIn } from './formConditions.ts'
import { patternFault } from './formPatterns.ts'
import { isAsked } from './formRules.ts'
import type {
  AskedField,
  FormComparison,
  FormCondition,
  FormDefinition,
  FormField,
  FormSection,
  LinesField,
} from './formShapes.ts'
import { valueFault } from './formValues.ts'
import { isMoney } from './money.ts'

export type DefinitionFault = { pointer: string; message: string }

type Place = { field: FormField; section: FormSection; pointer: string }

/**
 * What is wrong with a form beyond its shape: names given twice, conditions that read what is not there, and
 * circles of them, with the chain shown. A form with a fault is not saved.
 */
export function checkDefinition(definition: FormDefinition): DefinitionFault[] {
  const places = definition.sections.flatMap((section, at) =>
    section.fields.map(
      (field, index): Place => ({ field, section, pointer: `/sections/${at}/fields/${index}` }),
    ),
  )
  const byKey = new Map(places.map((place) => [place.field.key, place]))
  const faults: DefinitionFault[] = [
    ...doubles(places.map(({ field, pointer }) => ({ key: field.key, pointer: `${pointer}/key` }))),
    ...doubles(definition.sections.map(({ key }, at) => ({ key, pointer: `/sections/${at}/key` }))),
  ]
  const look = (condition: FormCondition | undefined, pointer: string) => {
    for (const comparison of condition ? comparisonsIn(condition) : []) {
      const message = comparisonFault(comparison, byKey) ?? faultOfType(comparison, byKey)
      if (message) faults.push({ pointer, message })
    }
  }
  for (const [at, section] of definition.sections.entries())
    look(section.showWhen, `/sections/${at}/showWhen`)
  for (const { field, pointer } of places) {
    look(field.showWhen, `${pointer}/showWhen`)
    if (isAsked(field)) look(field.requireWhen, `${pointer}/requireWhen`)
    for (const [name, message] of fieldFaults(field, byKey))
      faults.push({ pointer: `${pointer}/${name}`, message })
  }
  for (const key of titleSlots(definition.title ?? '')) {
    const field = byKey.get(key)?.field
    if (!field || !isAsked(field))
      faults.push({ pointer: '/title', message: `The title names “${key}”, which is not in the form.` })
    else if (isEncrypted(field))
      faults.push({
        pointer: '/title',
        message: `“${field.label}” is encrypted and cannot stand in the title.`,
      })
  }
  if (places.length > 200) faults.push({ pointer: '/sections', message: 'At most 200 fields.' })
  if (faults.length > 0) return faults
  const chain = findCircle(places)
  if (!chain) return []
  const names = chain.map((key) => byKey.get(key)?.field.label ?? key)
  return [
    {
      pointer: `${byKey.get(chain[0] ?? '')?.pointer}/showWhen`,
      message: `These conditions go in a circle: ${names.join(' → ')}.`,
    },
  ]
}

export const isEncrypted = (field: FormField): boolean => 'isEncrypted' in field && field.isEncrypted

/** The answers that a title names: `New {hardwareName}`. */
export const titleSlots = (title: string): string[] => [...title.matchAll(slot)].map(([, key = '']) => key)

/** The title with words in its slots. */
export const fillTitle = (title: string, wordsOf: (key: string) => string): string =>
  title.replace(slot, (_, key: string) => wordsOf(key))

const slot = /\{([a-z][a-zA-Z0-9]*)\}/g

function doubles(named: { key: string; pointer: string }[]): DefinitionFault[] {
  const seen = new Set<string>()
  return named.flatMap(({ key, pointer }) => {
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [{ pointer, message: `“${key}” is there twice. Give it another name.` }]
  })
}

const ordered = new Set(['moreThan', 'atLeast', 'lessThan', 'atMost'])

function comparisonFault(
  { answer, fact, is, value }: FormComparison,
  byKey: ReadonlyMap<string, Place>,
): string | null {
  const needsNothing = is === 'answered' || is === 'notAnswered'
  if (!needsNothing && value === undefined) return 'A comparison needs a value.'
  if ((is === 'oneOf' || is === 'noneOf') && !Array.isArray(value)) return '“One of” needs a list of values.'
  if (fact !== undefined || answer === undefined) return null
  const field = byKey.get(answer)?.field
  if (!field || !isAsked(field)) return `A condition reads “${answer}”, which is not in the form.`
  if (isEncrypted(field)) return `“${field.label}” is encrypted. A condition cannot read it.`
  if (!needsNothing && !valued(field)) return `“${field.label}” can only be there or missing.`
  if (ordered.has(is) && !canBeOrdered(field, value))
    return `“${field.label}” cannot be compared with that as more or less.`
  if ('options' in field && !needsNothing) {
    const known = new Set(field.options.map((option) => option.value))
    const missing = [value].flat().find((one) => typeof one !== 'string' || !known.has(one))
    if (missing !== undefined) return `“${field.label}” has no choice “${String(missing)}”.`
  }
  return null
}

/** Why a field cannot be compared with that, in a sentence, or null: also of another type it is compared with nothing. */
export function faultOfComparison(
  field: AskedField,
  comparison: Omit<FormComparison, 'fact'>,
): string | null {
  const place = { field, section: { key: 'main', fields: [field] }, pointer: '' }
  const fault = comparisonFault({ ...comparison, answer: field.key }, new Map([[field.key, place]]))
  return fault ?? faultOfValues(field, comparison)
}

/** Why a comparison could never hold, or always would: its value is none of that type. */
function faultOfType(comparison: FormComparison, byKey: ReadonlyMap<string, Place>): string | null {
  const { answer, fact, is, value } = comparison
  if (is === 'answered' || is === 'notAnswered') return null
  if (fact !== undefined) {
    const type = fact === 'isManager' ? 'boolean' : 'string'
    return [value].flat().every((one) => typeof one === type) ? null : factFaults[type]
  }
  const field = byKey.get(answer ?? '')?.field
  const fault = field && isAsked(field) ? faultOfValues(field, comparison) : null
  return fault && field ? `“${field.label}”: ${fault}` : null
}

const factFaults = {
  boolean: 'Whether somebody manages others is true or false.',
  string: 'What is known of a person is compared with text.',
}
const bySame = new Set(['is', 'isNot', 'oneOf', 'noneOf'])

function faultOfValues(field: AskedField, { is, value }: Omit<FormComparison, 'fact'>): string | null {
  // A choice is held against its options.
  if (value === undefined || 'options' in field) return null
  if (is === 'contains') {
    if (field.type !== 'line' && field.type !== 'text') return 'Nothing can be looked for in it.'
    return typeof value === 'string' ? null : 'This is text.'
  }
  // More and less may lie beyond what can be answered; of days alone the type says too little.
  if (!bySame.has(is) && field.type !== 'date' && field.type !== 'dateTime') return null
  for (const one of [value].flat()) {
    const fault = field.type === 'lines' ? faultOfTotal(field, one) : valueFault(field, one)
    if (fault) return fault
  }
  return null
}

function faultOfTotal({ total }: LinesField, value: NonNullable<FormComparison['value']>): string | null {
  if (total) return isMoney(value) ? null : 'Its total is an amount of money.'
  return typeof value === 'number' ? null : 'It is compared by how many lines there are.'
}

const valued = ({ type }: FormField) => type !== 'pin' && type !== 'file' && type !== 'signature'

function canBeOrdered(field: FormField, value: FormComparison['value']): boolean {
  if (field.type === 'money') return isMoney(value)
  if (field.type === 'number') return typeof value === 'number'
  if (field.type === 'lines') return field.total ? isMoney(value) : typeof value === 'number'
  return (field.type === 'date' || field.type === 'dateTime') && typeof value === 'string'
}

function fieldFaults(field: FormField, byKey: ReadonlyMap<string, Place>): [name: string, message: string][] {
  const faults: [string, string][] = []
  if ('pattern' in field && field.pattern !== undefined) {
    const fault = patternFault(field.pattern)
    if (fault) faults.push(['pattern', fault])
  }
  if ('options' in field) {
    const values = field.options.map(({ value }) => value)
    if (new Set(values).size !== values.length) faults.push(['options', 'A choice is there twice.'])
  }
  if (field.type === 'date') {
    for (const name of ['notBefore', 'notAfter'] as const) {
      const bound = field[name]
      if (typeof bound !== 'object') continue
      const other = byKey.get(bound.answer)?.field
      if (other?.type !== 'date' || bound.answer === field.key)
        faults.push([name, `“${bound.answer}” is no other day in this form.`])
    }
  }
  if (isAsked(field) && field.fromThing) {
    const named = byKey.get(field.fromThing.answer)?.field
    if (named?.type !== 'asset')
      faults.push(['fromThing', 'It begins with a thing that this form does not ask for.'])
    else if (field.type !== 'line' && field.type !== 'text')
      faults.push(['fromThing', 'Only a line or a text can begin with what is known of a thing.'])
  }
  if (field.type === 'lines') faults.push(...linesFaults(field))
  else if (isAsked(field) && field.default !== undefined) {
    const fault = valueFault(field, field.default)
    if (fault) faults.push(['default', fault])
  }
  return faults
}

function linesFaults({ columns, total }: LinesField): [name: string, message: string][] {
  const faults: [string, string][] = []
  const types = new Map(columns.map(({ key, type }) => [key, type]))
  if (types.size !== columns.length) faults.push(['columns', 'A column is there twice.'])
  for (const column of columns) {
    const fault = 'pattern' in column && column.pattern !== undefined ? patternFault(column.pattern) : null
    if (fault) faults.push(['columns', fault])
  }
  if (total && types.get(total.amount) !== 'money')
    faults.push(['total', 'The total needs a column of money.'])
  if (total?.quantity !== undefined && types.get(total.quantity) !== 'number')
    faults.push(['total', 'The quantity needs a column of numbers.'])
  return faults
}

/** A circle of visibility, as keys from a field back to itself, or null. */
function findCircle(places: readonly Place[]): string[] | null {
  const needs = new Map(
    places.map(({ field, section }) => [
      field.key,
      [...answersIn(field.showWhen), ...answersIn(section.showWhen)],
    ]),
  )
  const done = new Set<string>()
  function walk(key: string, path: readonly string[]): string[] | null {
    const at = path.indexOf(key)
    if (at >= 0) return [...path.slice(at), key]
    if (done.has(key)) return null
    for (const next of needs.get(key) ?? []) {
      const circle = walk(next, [...path, key])
      if (circle) return circle
    }
    done.add(key)
    return null
  }
  for (const key of needs.keys()) {
    const circle = walk(key, [])
    if (circle) return circle
  }
  return null
}
