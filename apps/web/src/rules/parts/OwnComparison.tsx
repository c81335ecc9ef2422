import { comparisonWord, type RuleComparison } from '@deskhand/contract'
import { MultiSelect, NativeSelect } from '@mantine/core'
import { firstValue, OwnValue, type UsableField } from '../../custom-fields/OwnValue.tsx'
import { ruleWords as words } from '../words.ts'

type Comparison = Extract<RuleComparison, { answer: string }>
type Is = Comparison['is']

const there: Is[] = ['answered', 'notAnswered']

/** Which comparisons make sense for a field of this type. */
function comparisonsFor({ type }: UsableField): Is[] {
  switch (type) {
    case 'line':
      return ['is', 'isNot', 'contains', ...there]
    case 'number':
    case 'date':
      return ['is', 'moreThan', 'atLeast', 'lessThan', 'atMost', ...there]
    case 'choice':
      return ['is', 'isNot', 'oneOf', 'noneOf', ...there]
    case 'yesNo':
    case 'person':
      return ['is', 'isNot', ...there]
  }
}

type OwnComparisonProps = {
  field: UsableField
  value: Comparison
  onChange: (comparison: RuleComparison) => void
}

/** How one of the company's own fields is compared, and with what. */
export function OwnComparison({ field, value, onChange }: OwnComparisonProps) {
  const allowed = comparisonsFor(field)
  const isList = value.is === 'oneOf' || value.is === 'noneOf'
  return (
    <>
      <NativeSelect
        aria-label={words.comparison}
        data={allowed.map((is) => ({ value: is, label: comparisonWord(is) }))}
        value={value.is}
        onChange={(event) => {
          const is = allowed.find((one) => one === event.currentTarget.value) ?? 'is'
          const { value: old, ...rest } = value
          if (there.includes(is)) return onChange({ ...rest, is })
          const [one = firstValue(field)] = [old ?? []].flat()
          onChange({ ...rest, is, value: is === 'oneOf' || is === 'noneOf' ? [String(one)] : one })
        }}
      />
      {there.includes(value.is) ? null : isList ? (
        <MultiSelect
          aria-label={words.value}
          data={field.options.map((option) => ({ ...option }))}
          value={[value.value ?? []].flat().map(String)}
          onChange={(next) => onChange({ ...value, value: next })}
        />
      ) : (
        <OwnValue
          field={field}
          label={words.value}
          value={value.value}
          onChange={(next) => onChange({ ...value, value: next })}
        />
      )}
    </>
  )
}
