import type { FormField, ThingFieldType } from '@deskhand/contract'

/** A field as it is being written: the definition that it came with, and what is written anew. */
export type FieldDraft = {
  /** Names the line while it has no key. */
  id: number
  kept: FormField | null
  type: ThingFieldType
  label: string
  isRequired: boolean
  options: { value: string; label: string }[]
}

let drafted = 0
const nextId = () => {
  drafted += 1
  return drafted
}

export const newDraft = (): FieldDraft => ({
  id: nextId(),
  kept: null,
  type: 'line',
  label: '',
  isRequired: false,
  options: [],
})

/** What a category or a model has; headings and the like, which come by the API alone, stay as they are. */
export const draftsOf = (fields: readonly FormField[]): FieldDraft[] =>
  fields.map((field) => ({
    id: nextId(),
    kept: field,
    // The contract takes no other types for things.
    type: field.type as ThingFieldType,
    label: field.label,
    isRequired: 'isRequired' in field && field.isRequired,
    options: 'options' in field ? [...field.options] : [],
  }))

/** The fields as the contract takes them; each new one gets a name made of its label. */
export function fieldsOf(drafts: readonly FieldDraft[]): FormField[] {
  const taken = new Set(drafts.flatMap(({ kept }) => kept?.key ?? []))
  return drafts.map((draft) => {
    const { kept, type, label, isRequired, options } = draft
    const key = kept?.key ?? keyOf(label, taken)
    taken.add(key)
    const same = kept?.type === type ? kept : {}
    const said = { ...same, key, type, label: label.trim(), isRequired }
    // The type says which further fields there are; the server checks the whole.
    return (type === 'choice' || type === 'choices' ? { ...said, options } : said) as FormField
  })
}

/** `Serial of the battery` → `serialOfTheBattery`, with a number where that is taken. */
function keyOf(label: string, taken: ReadonlySet<string>): string {
  const [first = '', ...rest] = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const joined = [first, ...rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1))].join('')
  const name = (/^[a-z]/.test(joined) ? joined : `field${joined}`).slice(0, 50)
  let key = name
  for (let count = 2; taken.has(key); count++) key = `${name}${count}`
  return key
}
