import { type QueryTerm, queryFields, readQueryTime } from '@deskhand/contract'
import { Combobox, useCombobox } from '@mantine/core'
import { X } from 'lucide-react'
import { useState } from 'react'
import { classNames } from '../../ui/classNames.ts'
import classes from '../../ui/ViewBar.module.css'
import { fieldWords } from '../../ui/words.ts'
import { operatorWords, termWords, valueWords } from '../termWords.ts'
import { useValueOptions } from '../useValueOptions.ts'
import { fieldNames, filterWords } from '../words.ts'
import { narrowed, ValueList } from './ValueList.tsx'

type TermChipProps = { term: QueryTerm; onChange: (term: QueryTerm) => void; onRemove: () => void }

/** One filter: its field, its operator that a press turns round, and its value that a press changes. */
export function TermChip({ term, onChange, onRemove }: TermChipProps) {
  const { field, not, values } = term
  const [text, setText] = useState('')
  const isTime = queryFields[field].kind === 'time'
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      combobox.focusTarget()
      setText('')
    },
  })
  const options = useValueOptions(combobox.dropdownOpened ? field : null, text)
  const shown = narrowed(options, text, (word) => field === 'tag' || (isTime && readQueryTime(word) !== null))
  const words = values.map((value) => valueWords(field, value)).join(', ')
  const name = fieldNames[field]

  function pick(value: string) {
    if (isTime) {
      onChange({ ...term, values: [value] })
      return combobox.closeDropdown()
    }
    const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
    if (next.length === 0) onRemove()
    else onChange({ ...term, values: next })
  }

  return (
    <span className={classes.chip}>
      <span className={classes.part}>{name}</span>
      {isTime ? null : (
        <button
          type="button"
          className={classes.part}
          aria-label={filterWords.turn(name, operatorWords(term))}
          onClick={() => onChange({ ...term, not: !not })}
        >
          {operatorWords(term)}
        </button>
      )}
      <Combobox store={combobox} width={240} position="bottom-start" onOptionSubmit={pick}>
        <Combobox.Target targetType="button">
          <button
            type="button"
            className={classNames(classes.part, classes.value)}
            aria-label={filterWords.change(name, words)}
            onClick={() => combobox.toggleDropdown()}
          >
            {values.length > 3 ? `${values.length} of them` : words}
          </button>
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Search
            value={text}
            aria-label={fieldWords.search(name)}
            placeholder={fieldWords.search(name)}
            onChange={(event) => {
              setText(event.currentTarget.value)
              combobox.updateSelectedOptionIndex()
            }}
          />
          <ValueList label={name} options={shown} picked={values} />
        </Combobox.Dropdown>
      </Combobox>
      <button
        type="button"
        className={classes.part}
        aria-label={filterWords.remove(termWords(term))}
        onClick={onRemove}
      >
        <X size={12} strokeWidth={2} aria-hidden="true" />
      </button>
    </span>
  )
}
