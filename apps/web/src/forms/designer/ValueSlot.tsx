import { type FormComparison, type FormField, isMoney } from '@deskhand/contract'
import { NumberInput, Select, TagsInput, TextInput } from '@mantine/core'
import { MoneyAnswer } from '../fields/MoneyAnswer.tsx'
import { PersonAnswer } from '../fields/PersonAnswer.tsx'
import { fieldWords } from '../words.ts'
import { conditionWords as words } from './words.ts'

type ValueSlotProps = {
  field: FormField | undefined
  value: FormComparison
  onChange: (comparison: FormComparison) => void
}

/** The last slot of the sentence, as the field that it compares with would be answered. */
export function ValueSlot({ field, value, onChange }: ValueSlotProps) {
  if (value.is === 'answered' || value.is === 'notAnswered') return null
  const say = (next: FormComparison['value']) => onChange({ ...value, value: next })
  const common = { 'aria-label': words.value, size: 'xs' } as const
  const text = typeof value.value === 'string' ? value.value : ''
  if (value.is === 'oneOf' || value.is === 'noneOf') {
    const options = field && 'options' in field ? field.options.map((option) => option.value) : []
    return (
      <TagsInput
        {...common}
        data={options}
        value={[value.value ?? []].flat().map(String)}
        onChange={(next) => say(next)}
      />
    )
  }
  if (field && 'options' in field) {
    return (
      <Select
        {...common}
        data={field.options.map((option) => ({ ...option }))}
        value={text || null}
        onChange={(next) => say(next ?? '')}
      />
    )
  }
  if (field?.type === 'yesNo' || value.fact === 'isManager') {
    return (
      <Select
        {...common}
        allowDeselect={false}
        data={[
          { value: 'true', label: fieldWords.yes },
          { value: 'false', label: fieldWords.no },
        ]}
        value={String(value.value !== false)}
        onChange={(next) => say(next === 'true')}
      />
    )
  }
  if (field?.type === 'money' || (field?.type === 'lines' && field.total)) {
    return (
      <MoneyAnswer
        id={`slot-${field.key}`}
        label={words.value}
        isLabelHidden
        currencies={field.type === 'money' ? field.currencies : currenciesOf(field)}
        value={isMoney(value.value) ? value.value : null}
        onChange={(next) => (isMoney(next) ? say(next) : undefined)}
      />
    )
  }
  if (field?.type === 'number' || field?.type === 'lines') {
    return (
      <NumberInput
        {...common}
        hideControls
        value={typeof value.value === 'number' ? value.value : ''}
        onChange={(next) => (typeof next === 'number' ? say(next) : undefined)}
      />
    )
  }
  if (field?.type === 'person' || value.fact === 'managerId') {
    return (
      <PersonAnswer
        id="slot-person"
        label={words.value}
        value={text || null}
        onChange={(next) => say(String(next ?? ''))}
      />
    )
  }
  return (
    <TextInput
      {...common}
      type={field?.type === 'date' ? 'date' : 'text'}
      value={text}
      onChange={(event) => say(event.currentTarget.value)}
    />
  )
}

const currenciesOf = (field: Extract<FormField, { type: 'lines' }>): string[] => {
  const column = field.columns.find(({ key }) => key === field.total?.amount)
  return column?.type === 'money' ? column.currencies : ['EUR']
}
