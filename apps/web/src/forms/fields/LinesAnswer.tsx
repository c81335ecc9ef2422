import {
  type AnswerRow,
  type AnswerValue,
  type FormColumn,
  isBlank,
  type LinesField,
  rowsOf,
  totalOf,
} from '@deskhand/contract'
import { NumberInput, Select, TextInput } from '@mantine/core'
import { Plus, X } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { answerId } from '../answerId.ts'
import { moneyText } from '../money.ts'
import { fieldWords as words } from '../words.ts'
import { DateAnswer } from './DateAnswer.tsx'
import type { FieldInputProps } from './FieldInput.tsx'
import { FileAnswer } from './FileAnswer.tsx'
import classes from './LinesAnswer.module.css'
import { MoneyAnswer } from './MoneyAnswer.tsx'

type LinesAnswerProps = Omit<FieldInputProps, 'field'> & { field: LinesField }
type Cell = AnswerRow[string]

/** Line items, one under the other, with what they come to. */
export function LinesAnswer({
  field,
  value,
  onChange,
  onLeave,
  faults,
  today,
  isRequired,
}: LinesAnswerProps) {
  const given = rowsOf(value)
  // One empty line stands ready; it counts for nothing until something is in it.
  const rows: AnswerRow[] = given.length > 0 ? given : [{}]
  const total = totalOf(field, given)
  const change = (at: number, key: string, cell: Cell | null) => {
    const next = rows.map((row, index) => {
      if (index !== at) return row
      const { [key]: _, ...others } = row
      return isBlank(cell) || cell === null ? others : { ...others, [key]: cell }
    })
    onChange(next.every((row) => Object.keys(row).length === 0) ? null : next)
  }
  const name = field.rowName ?? words.rowName
  return (
    <fieldset id={answerId(field.key)} tabIndex={-1} className={classes.lines}>
      <legend className={classes.label}>
        {field.label}
        {isRequired ? <span aria-hidden="true"> *</span> : null}
      </legend>
      {field.help ? <p className={classes.help}>{field.help}</p> : null}
      <ol className={classes.rows}>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place
          <li key={at} className={classes.row} aria-label={words.row(at + 1)}>
            {field.columns.map((column) => (
              <div key={column.key} className={classes.cell} data-type={column.type}>
                <CellInput
                  id={answerId(field.key, at, column.key)}
                  column={column}
                  today={today}
                  value={row[column.key] ?? null}
                  error={faults.get(`${field.key}/${at}/${column.key}`) ?? null}
                  onChange={(cell) => change(at, column.key, cell)}
                  onBlur={onLeave}
                />
              </div>
            ))}
            <span className={classes.remove}>
              <IconButton
                size="small"
                label={words.removeRow(at + 1)}
                icon={<Icon of={X} />}
                disabledReason={given.length === 0 ? words.noRow : null}
                onPress={() => onChange(given.length > 1 ? given.filter((_, index) => index !== at) : null)}
              />
            </span>
          </li>
        ))}
      </ol>
      <div className={classes.foot}>
        <Button
          size="small"
          icon={<Icon of={Plus} />}
          onPress={() => {
            onChange([...rows, {}])
            const next = answerId(field.key, rows.length, field.columns[0]?.key ?? '')
            requestAnimationFrame(() => document.getElementById(next)?.focus())
          }}
        >
          {words.addRow(name)}
        </Button>
        {field.total ? (
          <p className={classes.total} aria-live="polite">
            {words.total} <b>{total ? moneyText(total) : '—'}</b>
          </p>
        ) : null}
      </div>
      {faults.get(field.key) ? (
        <p className={classes.error} role="alert">
          {faults.get(field.key)}
        </p>
      ) : null}
    </fieldset>
  )
}

type CellInputProps = {
  id: string
  column: FormColumn
  today: string
  value: Cell | null
  error: string | null
  onChange: (cell: Cell | null) => void
  onBlur: () => void
}

function CellInput({ column, today, value, onChange, ...said }: CellInputProps) {
  const common = { ...said, label: column.label, required: column.isRequired }
  // A cell is never lines or a signature, so that what a control answers is a cell's value.
  const take = (next: AnswerValue) => onChange(next as Cell | null)
  switch (column.type) {
    case 'line':
      return (
        <TextInput
          {...common}
          maxLength={column.maxLength ?? 500}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'number':
      return (
        <NumberInput
          {...common}
          hideControls
          decimalScale={column.decimals}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
        />
      )
    case 'money':
      return <MoneyAnswer {...common} currencies={column.currencies} value={value} onChange={take} />
    case 'date':
      return <DateAnswer {...common} field={column} today={today} value={value} onChange={take} />
    case 'choice':
      return (
        <Select
          {...common}
          clearable={!column.isRequired}
          data={column.options.map((option) => ({ ...option }))}
          value={typeof value === 'string' ? value : null}
          onChange={(next) => onChange(next)}
        />
      )
    case 'yesNo':
      return (
        <Select
          {...common}
          clearable
          data={[
            { value: 'true', label: words.yes },
            { value: 'false', label: words.no },
          ]}
          value={typeof value === 'boolean' ? String(value) : null}
          onChange={(next) => onChange(next === null ? null : next === 'true')}
        />
      )
    case 'file':
      return (
        <FileAnswer
          {...common}
          maxFiles={column.maxFiles}
          onlyPictures={column.onlyPictures}
          value={Array.isArray(value) ? value : []}
          onChange={take}
        />
      )
  }
}
