import {
  type FieldType,
  type FormColumn,
  type FormDefinition,
  FormField,
  type FormSection,
} from '@deskhand/contract'
import { typeWords } from './words.ts'

/** Where somebody stands in the form: a field, a section, or the form as a whole. */
export type Place = { section: number; field: number | null } | null

/** A name that the form does not have yet, made of words: "Cost centre" is costCentre. */
export function keyFor(label: string, taken: ReadonlySet<string>): string {
  const plain = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-zA-Z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())
    .replace(/^[0-9]+/, '')
  const base = (plain.slice(0, 1).toLowerCase() + plain.slice(1)).slice(0, 50) || 'field'
  if (!taken.has(base)) return base
  for (let at = 2; ; at++) if (!taken.has(`${base}${at}`)) return `${base}${at}`
}

export const keysOf = (definition: FormDefinition): Set<string> =>
  new Set(definition.sections.flatMap(({ fields }) => fields.map(({ key }) => key)))

/**
 * A question in other words. Its name in the data follows them as long as nobody knows that name: it was not kept with
 * the form, not written by hand, and no condition and no title speaks of it.
 */
export function reword(
  definition: FormDefinition,
  field: FormField,
  label: string,
  kept: ReadonlySet<string>,
): FormField {
  const others = new Set([...keysOf(definition)].filter((key) => key !== field.key))
  const isKnown =
    kept.has(field.key) ||
    field.key !== keyFor(field.label, others) ||
    JSON.stringify(definition).includes(`"answer":"${field.key}"`) ||
    definition.title?.includes(`{${field.key}}`)
  return isKnown ? { ...field, label } : { ...field, label, key: keyFor(label, others) }
}

/** A new field of a type, ready to be asked. */
export function newField(type: FieldType, taken: ReadonlySet<string>): FormField {
  const label = typeWords[type]
  const base = { key: keyFor(label, taken), label, type }
  switch (type) {
    case 'choice':
    case 'choices':
      return FormField.parse({
        ...base,
        options: [
          { value: 'ONE', label: 'One' },
          { value: 'TWO', label: 'Two' },
        ],
      })
    case 'lines':
      return FormField.parse({
        ...base,
        columns: [
          { key: 'description', label: 'What', type: 'line', isRequired: true },
          { key: 'amount', label: 'Amount', type: 'money', isRequired: true },
          { key: 'quantity', label: 'How many', type: 'number', min: 1 },
        ],
        total: { amount: 'amount', quantity: 'quantity' },
      })
    default:
      return FormField.parse(base)
  }
}

/** A column of another kind under the same name. */
export function columnOf(type: FormColumn['type'], { key, label, isRequired }: FormColumn): FormColumn {
  const base = { key, label, isRequired }
  switch (type) {
    case 'line':
    case 'date':
    case 'yesNo':
      return { ...base, type }
    case 'number':
      return { ...base, type, decimals: 0 }
    case 'money':
      return { ...base, type, currencies: ['EUR'] }
    case 'choice':
      return { ...base, type, options: [{ value: 'ONE', label: 'One' }] }
    case 'file':
      return { ...base, type, maxFiles: 5, onlyPictures: false }
  }
}

const withSections = (definition: FormDefinition, sections: FormSection[]): FormDefinition => ({
  ...definition,
  sections,
})

export function changeSection(
  definition: FormDefinition,
  at: number,
  change: (section: FormSection) => FormSection,
): FormDefinition {
  return withSections(
    definition,
    definition.sections.map((section, index) => (index === at ? change(section) : section)),
  )
}

export const changeField = (
  definition: FormDefinition,
  section: number,
  at: number,
  next: FormField,
): FormDefinition =>
  changeSection(definition, section, (one) => ({
    ...one,
    fields: one.fields.map((field, index) => (index === at ? next : field)),
  }))

/** Puts a field behind the place, and answers where it is then. */
export function addField(
  definition: FormDefinition,
  place: Place,
  field: FormField,
): { definition: FormDefinition; place: Place } {
  const section = Math.min(place?.section ?? definition.sections.length - 1, definition.sections.length - 1)
  const length = definition.sections[section]?.fields.length ?? 0
  const at = place?.field === null || place === null ? length : place.field + 1
  return {
    definition: changeSection(definition, section, (one) => ({
      ...one,
      fields: [...one.fields.slice(0, at), field, ...one.fields.slice(at)],
    })),
    place: { section, field: at },
  }
}

export function addSection(definition: FormDefinition): { definition: FormDefinition; place: Place } {
  const taken = new Set(definition.sections.map(({ key }) => key))
  const sections = [
    ...definition.sections,
    { key: keyFor('section', taken), title: 'A few details', fields: [] },
  ]
  return {
    definition: withSections(definition, sections),
    place: { section: sections.length - 1, field: null },
  }
}

export function removeAt(definition: FormDefinition, place: NonNullable<Place>): FormDefinition {
  const { section, field } = place
  if (field === null)
    return withSections(
      definition,
      definition.sections.filter((_, index) => index !== section),
    )
  return changeSection(definition, section, (one) => ({
    ...one,
    fields: one.fields.filter((_, index) => index !== field),
  }))
}

/** Moves a field or a section one up or down; a field goes on into the section beside. */
export function moveBy(
  definition: FormDefinition,
  place: NonNullable<Place>,
  step: -1 | 1,
): { definition: FormDefinition; place: Place } | null {
  const { section, field } = place
  const sections = [...definition.sections]
  const mine = sections[section]
  if (!mine) return null
  if (field === null) {
    const other = sections[section + step]
    if (!other) return null
    sections[section] = other
    sections[section + step] = mine
    return { definition: withSections(definition, sections), place: { section: section + step, field: null } }
  }
  const moved = mine.fields[field]
  if (!moved) return null
  const target = field + step
  if (target >= 0 && target < mine.fields.length) return moveTo(definition, place, { section, field: target })
  const beside = sections[section + step]
  if (!beside) return null
  return moveTo(definition, place, { section: section + step, field: step < 0 ? beside.fields.length : 0 })
}

/** Takes a field out of one place and puts it into another. */
export function moveTo(
  definition: FormDefinition,
  from: NonNullable<Place>,
  to: { section: number; field: number },
): { definition: FormDefinition; place: Place } | null {
  const moved = from.field === null ? undefined : definition.sections[from.section]?.fields[from.field]
  if (!moved) return null
  const without = removeAt(definition, from)
  return {
    definition: changeSection(without, to.section, (one) => ({
      ...one,
      fields: [...one.fields.slice(0, to.field), moved, ...one.fields.slice(to.field)],
    })),
    place: to,
  }
}
