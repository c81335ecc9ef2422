import { type QueryField, type QueryTerm, queryFields, readQueryTime } from '@deskhand/contract'
import { Combobox, useCombobox } from '@mantine/core'
import { ListFilter } from 'lucide-react'
import { useEffect, useState } from 'react'
import { classNames } from '../../ui/classNames.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import classes from '../../ui/ViewBar.module.css'
import { useValueOptions } from '../useValueOptions.ts'
import { fieldNames, filterWords } from '../words.ts'
import { narrowed, ValueList } from './ValueList.tsx'

type FilterMenuProps = {
  opened: boolean
  onOpenedChange: (opened: boolean) => void
  onAdd: (term: QueryTerm) => void
  /** Backspace where nothing is typed takes the last filter away. */
  onRemoveLast: () => void
}

// The keys of a constant object; Object.keys loses their type.
const fields = Object.keys(queryFields) as QueryField[]

/** Adds a filter: first the field, then the value, with the keyboard alone. */
export function FilterMenu({ opened, onOpenedChange, onAdd, onRemoveLast }: FilterMenuProps) {
  const [field, setField] = useState<QueryField | null>(null)
  const [text, setText] = useState('')
  const combobox = useCombobox({
    opened,
    onOpenedChange,
    onDropdownClose: () => {
      combobox.focusTarget()
      start(null)
    },
  })
  const values = useValueOptions(opened ? field : null, text)
  const options = field
    ? narrowed(
        values,
        text,
        (word) => field === 'tag' || (queryFields[field].kind === 'time' && readQueryTime(word) !== null),
      )
    : narrowed(
        fields.map((one) => ({ value: one, label: fieldNames[one] })),
        text,
        () => false,
      )

  const count = options.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is shown anew, its first line is the one that Enter takes
  useEffect(() => {
    if (!opened) return
    combobox.focusSearchInput()
    const frame = requestAnimationFrame(() => combobox.selectFirstOption())
    return () => cancelAnimationFrame(frame)
  }, [opened, field, text, count])

  function start(next: QueryField | null) {
    setField(next)
    setText('')
    combobox.resetSelectedOption()
  }
  function pick(value: string) {
    const next = fields.find((one) => one === value)
    if (field === null) {
      if (next) start(next)
      return
    }
    onAdd({ field, not: false, values: [value] })
    combobox.closeDropdown()
  }

  const label = field ? filterWords.value(fieldNames[field]) : filterWords.field
  return (
    <Combobox store={combobox} width={240} position="bottom-start" keepMounted={false} onOptionSubmit={pick}>
      <span className={classes.chip}>
        <Combobox.Target targetType="button">
          <button
            type="button"
            className={classNames(classes.part, classes.unset)}
            title={filterWords.add}
            onClick={() => combobox.toggleDropdown()}
          >
            <ListFilter size={12} strokeWidth={2} aria-hidden="true" />
            {filterWords.filter}
            <Kbd keys="f" />
          </button>
        </Combobox.Target>
      </span>
      <Combobox.Dropdown>
        <Combobox.Search
          value={text}
          aria-label={label}
          placeholder={label}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Backspace' || text !== '') return
            if (field) start(null)
            else onRemoveLast()
          }}
        />
        <ValueList label={label} options={options} picked={[]} />
      </Combobox.Dropdown>
    </Combobox>
  )
}
