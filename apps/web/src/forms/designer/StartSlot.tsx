import {
  type AskedField,
  type FormDefinition,
  type FormField,
  isBlank,
  StartFact,
  ThingFact,
} from '@deskhand/contract'
import { Select } from '@mantine/core'
import { FieldInput } from '../fields/FieldInput.tsx'
import classes from './Slots.module.css'
import { factNames, thingFactNames, designerWords as words } from './words.ts'

type StartSlotProps = { definition: FormDefinition; field: AskedField; onChange: (field: FormField) => void }

/** What is known beforehand that can be an answer to a field of this type. */
function factsFor({ type }: AskedField): readonly StartFact[] {
  switch (type) {
    case 'line':
    case 'text':
      return ['name', 'email', 'phone', 'jobTitle', 'department', 'site', 'place']
    case 'person':
      return ['managerId']
    case 'site':
    case 'department':
      return [type]
    case 'yesNo':
      return ['isManager']
    default:
      return []
  }
}

const fixable = new Set<AskedField['type']>(['line', 'text', 'number', 'money', 'choice', 'choices', 'yesNo'])

/** What the field begins with: something known of the person, or always the same. */
export function StartSlot({ definition, field, onChange }: StartSlotProps) {
  if ('isEncrypted' in field && field.isEncrypted) return null
  const facts = factsFor(field)
  const { prefill: _, fromThing: ___, ...unfilled } = field
  const begins =
    field.type === 'line' || field.type === 'text'
      ? definition.sections
          .flatMap(({ fields }) => fields)
          .filter((one) => one.type === 'asset')
          .map(({ key, label }) => ({
            group: words.prefillThing(label),
            items: ThingFact.options.map((fact) => ({
              value: `${key}/${fact}`,
              label: thingFactNames[fact],
            })),
          }))
      : []
  const known = facts.map((fact) => ({
    value: fact,
    label: fact === 'place' ? words.scannedPlace : factNames[fact],
  }))
  const { default: __, ...undecided } = field
  return (
    <>
      {facts.length > 0 ? (
        <Select
          label={words.prefill}
          clearable
          placeholder={words.prefillNone}
          data={begins.length > 0 ? [{ group: words.prefillPerson, items: known }, ...begins] : known}
          value={
            field.fromThing ? `${field.fromThing.answer}/${field.fromThing.fact}` : (field.prefill ?? null)
          }
          onChange={(next) => {
            const prefill = StartFact.options.find((one) => one === next)
            const [answer = '', name] = next?.split('/') ?? []
            const fact = ThingFact.options.find((one) => one === name)
            if (fact) onChange({ ...unfilled, fromThing: { answer, fact } })
            else onChange(prefill ? { ...unfilled, prefill } : unfilled)
          }}
        />
      ) : null}
      {fixable.has(field.type) ? (
        <div className={classes.fixed}>
          <FieldInput
            definition={definition}
            facts={{}}
            today=""
            sites={[]}
            departments={[]}
            field={{ ...unlabelled(field), label: words.fixed }}
            isRequired={false}
            value={field.default ?? null}
            onChange={(value) => onChange(isBlank(value) ? undecided : { ...field, default: value })}
            onLeave={() => undefined}
            faults={nothing}
          />
        </div>
      ) : null}
    </>
  )
}

const nothing: ReadonlyMap<string, string> = new Map()
const unlabelled = (field: AskedField): AskedField => {
  const { help: _, ...rest } = field
  return { ...rest, key: `${field.key}Default` }
}
