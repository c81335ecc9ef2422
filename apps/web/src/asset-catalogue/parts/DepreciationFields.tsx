import type { Depreciation } from '@deskhand/contract'
import { NumberInput, Select } from '@mantine/core'
import classes from '../../desks/Desks.module.css'
import { depreciationWords as words } from '../words.ts'

const none = ''
const beginnings: Record<Depreciation['method'], Depreciation> = {
  STRAIGHT_LINE: { method: 'STRAIGHT_LINE', months: 36, residualPercent: 0 },
  DECLINING: { method: 'DECLINING', yearlyPercent: 25, residualPercent: 10 },
}
const isMethod = (method: string | null): method is Depreciation['method'] =>
  method !== null && method in beginnings

type DepreciationFieldsProps = {
  value: Depreciation | null
  onChange: (value: Depreciation | null) => void
  /** What it means where nothing is chosen. */
  empty: string
}

/** How a kind of thing loses its value. */
export function DepreciationFields({ value, onChange, empty }: DepreciationFieldsProps) {
  return (
    <>
      <Select
        allowDeselect={false}
        label={words.label}
        data={[
          { value: none, label: empty },
          ...Object.entries(words.methods).map(([method, label]) => ({ value: method, label })),
        ]}
        value={value?.method ?? none}
        onChange={(next) => onChange(isMethod(next) ? beginnings[next] : null)}
      />
      {value ? (
        <div className={classes.pair}>
          {value.method === 'STRAIGHT_LINE' ? (
            <NumberInput
              label={words.months}
              min={1}
              max={600}
              allowDecimal={false}
              value={value.months}
              onChange={(months) => onChange({ ...value, months: Number(months) || 1 })}
            />
          ) : (
            <NumberInput
              label={words.yearly}
              min={1}
              max={100}
              value={value.yearlyPercent}
              onChange={(percent) => onChange({ ...value, yearlyPercent: Number(percent) || 1 })}
            />
          )}
          <NumberInput
            label={words.residual}
            min={0}
            max={100}
            value={value.residualPercent}
            onChange={(percent) => onChange({ ...value, residualPercent: Number(percent) || 0 })}
          />
        </div>
      ) : null}
    </>
  )
}
