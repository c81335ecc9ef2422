import { comparisonWord, type RuleComparison, RuleField } from '@deskhand/contract'
import { MultiSelect, NativeSelect, TagsInput, TextInput } from '@mantine/core'
import { X } from 'lucide-react'
import { firstValue, useOwnFields } from '../../custom-fields/OwnValue.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import classes from '../Rules.module.css'
import { fieldNames, ruleWords as words } from '../words.ts'
import { OwnComparison } from './OwnComparison.tsx'
import { PeopleField } from './PeopleField.tsx'
import type { Choices } from './useChoices.ts'

type Is = RuleComparison['is']

/** Which comparisons make sense for a field. */
function comparisonsFor(field: RuleField | undefined): Is[] {
  switch (field) {
    case 'isVip':
      return ['is']
    case 'summary':
    case 'description':
      return ['contains', 'is', 'isNot']
    case 'desk':
    case 'status':
    case 'priority':
    case 'impact':
    case 'urgency':
    case 'requester':
    case 'by':
      return ['is', 'isNot', 'oneOf', 'noneOf']
    case undefined:
      return ['is', 'isNot', 'contains', 'moreThan', 'lessThan', 'answered', 'notAnswered']
    default:
      return ['is', 'isNot', 'oneOf', 'noneOf', 'answered', 'notAnswered']
  }
}

type LineProps = {
  value: RuleComparison
  choices: Choices
  onChange: (comparison: RuleComparison | null) => void
}

/** One comparison as a sentence with slots. */
export function ComparisonLine({ value, choices, onChange }: LineProps) {
  const field = 'field' in value ? value.field : undefined
  const allowed = comparisonsFor(field)
  const own = useOwnFields()
  const ofOwn = 'answer' in value ? own.find(({ key }) => key === value.answer) : undefined
  const begin = (name: string) => {
    const chosen = own.find(({ key }) => key === name)
    if (chosen) return onChange({ answer: chosen.key, is: 'is', value: firstValue(chosen) })
    const found = RuleField.options.find((one) => one === name)
    if (!found) return onChange({ answer: '', is: 'is', value: '' })
    const known = choices(found)
    const first = Array.isArray(known) ? (known[0]?.value ?? '') : ''
    const [is = 'is'] = comparisonsFor(found)
    onChange({ field: found, is, value: found === 'isVip' ? true : first })
  }
  return (
    <div className={classes.comparison}>
      <NativeSelect
        aria-label={words.subject}
        data={[
          ...RuleField.options.map((one) => ({ value: one, label: fieldNames[one] })),
          ...own.map(({ key, label }) => ({ value: key, label })),
          { value: 'answer', label: words.answerKey },
        ]}
        value={field ?? ofOwn?.key ?? 'answer'}
        onChange={(event) => begin(event.currentTarget.value)}
      />
      {'answer' in value && ofOwn ? (
        <OwnComparison field={ofOwn} value={value} onChange={onChange} />
      ) : (
        <>
          {'answer' in value ? (
            <TextInput
              aria-label={words.answerKey}
              placeholder="hardwareName"
              value={value.answer}
              onChange={(event) => onChange({ ...value, answer: event.currentTarget.value })}
            />
          ) : null}
          <NativeSelect
            aria-label={words.comparison}
            data={allowed.map((is) => ({ value: is, label: comparisonWord(is) }))}
            value={value.is}
            onChange={(event) => {
              const is = allowed.find((one) => one === event.currentTarget.value) ?? 'is'
              const { value: old, ...rest } = value
              if (is === 'answered' || is === 'notAnswered') return onChange({ ...rest, is })
              const isList = is === 'oneOf' || is === 'noneOf'
              const list = [old ?? []].flat().map(String).filter(Boolean)
              onChange({ ...rest, is, value: isList ? list : (list[0] ?? '') })
            }}
          />
          <Value value={value} field={field} choices={choices} onChange={onChange} />
        </>
      )}
      <IconButton
        size="small"
        label={words.removeLine}
        icon={<Icon of={X} />}
        onPress={() => onChange(null)}
      />
    </div>
  )
}

function Value({ value, field, choices, onChange }: LineProps & { field: RuleField | undefined }) {
  if (value.is === 'answered' || value.is === 'notAnswered') return null
  const known = choices(field)
  const list = [value.value ?? []].flat().map(String).filter(Boolean)
  const isList = value.is === 'oneOf' || value.is === 'noneOf'
  const label = { 'aria-label': words.value }
  if (field === 'isVip')
    return (
      <NativeSelect
        {...label}
        data={[
          { value: 'true', label: words.yes },
          { value: 'false', label: words.no },
        ]}
        value={String(value.value !== false)}
        onChange={(event) => onChange({ ...value, value: event.currentTarget.value === 'true' })}
      />
    )
  if (known === 'person')
    return (
      <PeopleField
        label={words.addPerson}
        value={list}
        most={isList ? 20 : 1}
        onChange={(ids) => onChange({ ...value, value: isList ? ids : (ids[0] ?? '') })}
      />
    )
  if (isList)
    return known ? (
      <MultiSelect
        {...label}
        searchable
        data={[...known]}
        value={list}
        onChange={(next) => onChange({ ...value, value: next })}
      />
    ) : (
      <TagsInput {...label} value={list} onChange={(next) => onChange({ ...value, value: next })} />
    )
  if (known)
    return (
      <NativeSelect
        {...label}
        data={[...known]}
        value={list[0] ?? ''}
        onChange={(event) => onChange({ ...value, value: event.currentTarget.value })}
      />
    )
  const isAmount = value.is === 'moreThan' || value.is === 'lessThan'
  return (
    <TextInput
      {...label}
      inputMode={isAmount ? 'decimal' : 'text'}
      value={list[0] ?? ''}
      onChange={(event) => {
        const text = event.currentTarget.value
        onChange({
          ...value,
          value: isAmount && text !== '' && Number.isFinite(Number(text)) ? Number(text) : text,
        })
      }}
    />
  )
}
