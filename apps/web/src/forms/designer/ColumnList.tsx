import type { FormColumn, FormField, LinesField } from '@deskhand/contract'
import { Checkbox, Select, TextInput } from '@mantine/core'
import { Plus, X } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { columnOf, keyFor } from './build.ts'
import { OptionLines } from './OptionLines.tsx'
import classes from './Slots.module.css'
import { columnWords, designerWords as words } from './words.ts'

/** The columns of lines, and what their total is made of. */
export function ColumnList({ field, onChange }: { field: LinesField; onChange: (field: FormField) => void }) {
  const change = (at: number, column: FormColumn | null) => {
    const columns = field.columns.flatMap((one, index) => (index === at ? (column ? [column] : []) : [one]))
    if (columns.length > 0) onChange({ ...field, columns })
  }
  const ofType = (type: FormColumn['type']) =>
    field.columns.filter((column) => column.type === type).map(({ key, label }) => ({ value: key, label }))
  const { total: _, ...uncounted } = field
  return (
    <div className={classes.slot}>
      <p className={classes.slotTitle}>{words.columns}</p>
      {field.columns.map((column, at) => (
        <div key={column.key} className={classes.column}>
          <TextInput
            aria-label={words.label}
            size="xs"
            value={column.label}
            onChange={(event) => change(at, { ...column, label: event.currentTarget.value })}
          />
          <Select
            aria-label={words.columnType}
            size="xs"
            allowDeselect={false}
            data={Object.entries(columnWords).map(([value, label]) => ({ value, label }))}
            value={column.type}
            onChange={(next) => {
              const type = typesOfColumns.find((one) => one === next)
              if (type) change(at, columnOf(type, column))
            }}
          />
          <Checkbox
            label={words.required}
            checked={column.isRequired}
            onChange={(event) => change(at, { ...column, isRequired: event.currentTarget.checked })}
          />
          <IconButton
            size="small"
            label={words.removeColumn(column.label)}
            icon={<Icon of={X} />}
            onPress={() => change(at, null)}
          />
          {column.type === 'choice' ? (
            <div className={classes.columnOptions}>
              <OptionLines
                options={column.options}
                onChange={(options) => change(at, { ...column, options })}
              />
            </div>
          ) : null}
        </div>
      ))}
      <Button
        size="small"
        variant="quiet"
        icon={<Icon of={Plus} />}
        onPress={() => {
          const key = keyFor('column', new Set(field.columns.map((one) => one.key)))
          onChange({
            ...field,
            columns: [...field.columns, { key, label: 'Column', type: 'line', isRequired: false }],
          })
        }}
      >
        {words.addColumn}
      </Button>
      <div className={classes.pair}>
        <Select
          label={words.total}
          clearable
          placeholder={words.noTotal}
          data={ofType('money')}
          value={field.total?.amount ?? null}
          onChange={(amount) =>
            onChange(amount ? { ...field, total: { ...field.total, amount } } : uncounted)
          }
        />
        {field.total ? (
          <Select
            label={words.totalTimes}
            clearable
            placeholder={words.once}
            data={ofType('number')}
            value={field.total.quantity ?? null}
            onChange={(quantity) =>
              onChange({
                ...field,
                total: { amount: field.total?.amount ?? '', ...(quantity ? { quantity } : {}) },
              })
            }
          />
        ) : null}
      </div>
      <TextInput
        label={words.rowName}
        value={field.rowName ?? ''}
        onChange={(event) => {
          const { rowName: __, ...unnamed } = field
          const rowName = event.currentTarget.value
          onChange(rowName ? { ...field, rowName } : unnamed)
        }}
      />
    </div>
  )
}

const typesOfColumns: readonly FormColumn['type'][] = [
  'line',
  'number',
  'money',
  'date',
  'choice',
  'yesNo',
  'file',
]
