import {
  comparisonWord,
  conditionSentence,
  type FormComparison,
  type FormCondition,
  type FormConditionGroup,
  type FormDefinition,
  type FormField,
  isAsked,
  isEncrypted,
  PersonFact,
} from '@deskhand/contract'
import { Select } from '@mantine/core'
import { Plus, X } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import classes from './Slots.module.css'
import { ValueSlot } from './ValueSlot.tsx'
import { comparisonOrder, factNames, conditionWords as words } from './words.ts'

type ConditionEditorProps = {
  definition: FormDefinition
  /** The field it belongs to, which cannot depend on itself. */
  self: string | null
  value: FormCondition
  onChange: (condition: FormCondition | undefined) => void
}

type Part = FormCondition['parts'][number]
const isGroup = (part: Part): part is FormConditionGroup => 'parts' in part

/** A condition as a sentence with slots: when all of these hold, Device is Laptop. */
export function ConditionEditor({ definition, self, value, onChange }: ConditionEditorProps) {
  const fields = definition.sections
    .flatMap((section) => section.fields)
    .filter((field) => isAsked(field) && !isEncrypted(field) && field.key !== self)
  const change = (at: number, part: Part | null) => {
    const parts = value.parts.flatMap((one, index) => (index === at ? (part ? [part] : []) : [one]))
    onChange(parts.length > 0 ? { ...value, parts } : undefined)
  }
  const blank = blankFor(fields)
  return (
    <div className={classes.condition}>
      <Match match={value.match} onChange={(match) => onChange({ ...value, match })} />
      {value.parts.map((part, at) =>
        isGroup(part) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name than their place
          <div key={at} className={classes.group}>
            <Match match={part.match} onChange={(match) => change(at, { ...part, match })} />
            {part.parts.map((one, inner) => (
              <ComparisonLine
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                key={inner}
                fields={fields}
                value={one}
                onChange={(next) => {
                  const parts = part.parts.flatMap((old, index) =>
                    index === inner ? (next ? [next] : []) : [old],
                  )
                  change(at, parts.length > 0 ? { ...part, parts } : null)
                }}
              />
            ))}
            <Button
              size="small"
              variant="quiet"
              icon={<Icon of={Plus} />}
              onPress={() => change(at, { ...part, parts: [...part.parts, blank] })}
            >
              {words.add}
            </Button>
          </div>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <ComparisonLine key={at} fields={fields} value={part} onChange={(next) => change(at, next)} />
        ),
      )}
      <div className={classes.adders}>
        <Button
          size="small"
          variant="quiet"
          icon={<Icon of={Plus} />}
          onPress={() => onChange({ ...value, parts: [...value.parts, blank] })}
        >
          {words.add}
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon={<Icon of={Plus} />}
          onPress={() => onChange({ ...value, parts: [...value.parts, { match: 'any', parts: [blank] }] })}
        >
          {words.addGroup}
        </Button>
      </div>
      <p className={classes.sentence}>{conditionSentence(value, definition)}</p>
    </div>
  )
}

/** A comparison to begin with: the first answer there is, or the person. */
export function blankFor(fields: readonly FormField[]): FormComparison {
  const [first] = fields
  if (!first) return { fact: 'department', is: 'is', value: '' }
  if ('options' in first && first.type === 'choice')
    return { answer: first.key, is: 'is', value: first.options[0]?.value ?? '' }
  if (first.type === 'yesNo') return { answer: first.key, is: 'is', value: true }
  return { answer: first.key, is: 'answered' }
}

function Match({ match, onChange }: { match: 'all' | 'any'; onChange: (match: 'all' | 'any') => void }) {
  return (
    <Select
      aria-label={words.match}
      size="xs"
      data={[
        { value: 'all', label: words.all },
        { value: 'any', label: words.any },
      ]}
      value={match}
      allowDeselect={false}
      onChange={(next) => onChange(next === 'any' ? 'any' : 'all')}
    />
  )
}

/** Which comparisons make sense for what is compared. */
function comparisonsFor(field: FormField | undefined): FormComparison['is'][] {
  const always: FormComparison['is'][] = ['answered', 'notAnswered']
  switch (field?.type) {
    case undefined:
      return ['is', 'isNot', 'oneOf', 'noneOf', 'contains', ...always]
    case 'number':
    case 'money':
    case 'date':
    case 'dateTime':
    case 'lines':
      return ['is', 'moreThan', 'atLeast', 'lessThan', 'atMost', ...always]
    case 'choice':
    case 'site':
    case 'department':
      return ['is', 'isNot', 'oneOf', 'noneOf', ...always]
    case 'choices':
      return ['contains', 'oneOf', 'noneOf', ...always]
    case 'yesNo':
    case 'person':
      return ['is', 'isNot', ...always]
    case 'file':
    case 'asset':
    case 'pin':
    case 'signature':
      return always
    default:
      return ['is', 'isNot', 'contains', ...always]
  }
}

type ComparisonLineProps = {
  fields: readonly FormField[]
  value: FormComparison
  onChange: (comparison: FormComparison | null) => void
}

function ComparisonLine({ fields, value, onChange }: ComparisonLineProps) {
  const field = fields.find(({ key }) => key === value.answer)
  const allowed = comparisonOrder.filter((is) => comparisonsFor(field).includes(is))
  const subject = value.fact ? `fact:${value.fact}` : `answer:${value.answer}`
  return (
    <div className={classes.comparison}>
      <div className={classes.sentenceSlots}>
        <Select
          aria-label={words.subject}
          size="xs"
          searchable
          allowDeselect={false}
          data={[
            {
              group: words.answers,
              items: fields.map(({ key, label }) => ({ value: `answer:${key}`, label })),
            },
            {
              group: words.person,
              items: PersonFact.options.map((fact) => ({ value: `fact:${fact}`, label: factNames[fact] })),
            },
          ]}
          value={subject}
          onChange={(next) => {
            const [kind, name = ''] = next?.split(':') ?? []
            const found = fields.find(({ key }) => key === name)
            const fact = PersonFact.options.find((one) => one === name)
            if (kind === 'fact' && fact) onChange({ fact, is: 'is', value: fact === 'isManager' ? true : '' })
            else if (found) onChange({ ...blankFor([found]) })
          }}
        />
        <Select
          aria-label={words.comparison}
          size="xs"
          allowDeselect={false}
          data={allowed.map((is) => ({ value: is, label: comparisonWord(is, field) }))}
          value={value.is}
          onChange={(next) => {
            const is = allowed.find((one) => one === next) ?? 'answered'
            const { value: old, ...others } = value
            if (is === 'answered' || is === 'notAnswered') return onChange({ ...others, is })
            const isList = is === 'oneOf' || is === 'noneOf'
            const single = Array.isArray(old) ? old[0] : old
            const isYesNo = field?.type === 'yesNo' || value.fact === 'isManager'
            const begun = single ?? (isYesNo ? true : '')
            onChange({ ...others, is, value: isList ? [old ?? []].flat().map(String) : begun })
          }}
        />
        <ValueSlot field={field} value={value} onChange={onChange} />
      </div>
      <IconButton size="small" label={words.remove} icon={<Icon of={X} />} onPress={() => onChange(null)} />
    </div>
  )
}
