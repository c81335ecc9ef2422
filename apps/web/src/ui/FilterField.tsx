import { Combobox, useCombobox } from '@mantine/core'
import { Check, ChevronDown, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { classNames } from './classNames.ts'
import classes from './ViewBar.module.css'
import { fieldWords, listWords } from './words.ts'

export type FilterOption = { value: string; label: string; glyph?: ReactNode }

type FilterFieldProps = {
  /** What is filtered by: "Role". */
  field: string
  /** The values picked; none is no filter. */
  values: readonly string[]
  options: readonly FilterOption[]
  onChange: (values: string[]) => void
  /** For what the server searches; otherwise options are filtered here. */
  onSearch?: (text: string) => void
  /** One value at a time. */
  isSingle?: boolean
  opened?: boolean
  onOpenedChange?: (opened: boolean) => void
}

/** A filter that says what it is: a field to pick from while empty, field, operator and value once set. */
export function FilterField(props: FilterFieldProps) {
  const { field, values, options, onChange, onSearch, isSingle = false } = props
  const [text, setText] = useState('')
  const isSearched = onSearch !== undefined || options.length > 8
  const combobox = useCombobox({
    ...(props.opened !== undefined && { opened: props.opened }),
    ...(props.onOpenedChange && { onOpenedChange: props.onOpenedChange }),
    onDropdownOpen: () => {
      if (isSearched) combobox.focusSearchInput()
    },
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      combobox.focusTarget()
      setText('')
      onSearch?.('')
    },
  })
  const labels = values.map((value) => options.find((option) => option.value === value)?.label ?? value)
  const needle = text.trim().toLowerCase()
  const shown =
    onSearch || needle === '' ? options : options.filter(({ label }) => label.toLowerCase().includes(needle))

  function pick(value: string) {
    if (isSingle) {
      onChange(values.includes(value) ? [] : [value])
      combobox.closeDropdown()
    } else {
      onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])
    }
  }

  return (
    <Combobox store={combobox} width={240} position="bottom-start" onOptionSubmit={pick}>
      <FilterFace field={field} labels={labels} onClear={() => onChange([])}>
        {(face, look) => (
          <Combobox.Target targetType="button">
            <button type="button" className={look} onClick={() => combobox.toggleDropdown()}>
              {face}
            </button>
          </Combobox.Target>
        )}
      </FilterFace>
      <Combobox.Dropdown>
        {isSearched ? (
          <Combobox.Search
            value={text}
            placeholder={fieldWords.search(field)}
            aria-label={fieldWords.search(field)}
            onChange={(event) => {
              setText(event.currentTarget.value)
              onSearch?.(event.currentTarget.value)
              combobox.updateSelectedOptionIndex()
            }}
          />
        ) : null}
        <Combobox.Options className={classes.options} aria-label={field} aria-multiselectable={!isSingle}>
          {shown.length === 0 ? <Combobox.Empty>{fieldWords.nothingFound}</Combobox.Empty> : null}
          {shown.map(({ value, label, glyph }) => (
            <Combobox.Option
              key={value}
              value={value}
              active={values.includes(value)}
              aria-selected={values.includes(value)}
              className={classes.option}
            >
              {glyph}
              <span className={classes.optionLabel}>{label}</span>
              {values.includes(value) ? <Check size={14} strokeWidth={2} aria-hidden="true" /> : null}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

type FilterFaceProps = {
  field: string
  /** The values in words; none shows the field alone. */
  labels: readonly string[]
  onClear: () => void
  /** Draws the button around the face; what opens is the caller's. */
  children: (face: ReactNode, look: string) => ReactNode
}

/** How a filter looks, whatever opens from it. */
export function FilterFace({ field, labels, onClear, children }: FilterFaceProps) {
  if (labels.length === 0) {
    const face = (
      <span className={classes.unset}>
        <span className="visually-hidden">{listWords.setFilter(field)}</span>
        <span aria-hidden="true">{field}</span>
        <ChevronDown size={12} strokeWidth={2} aria-hidden="true" />
      </span>
    )
    return <span className={classes.chip}>{children(face, classes.part ?? '')}</span>
  }
  const operator = labels.length > 1 ? listWords.isOneOf : listWords.is
  const value = labels.length > 2 ? listWords.countOf(labels.length) : labels.join(', ')
  const face = (
    <>
      <span>{field}</span>
      <span>{operator}</span>
      <span className={classes.value}>{value}</span>
    </>
  )
  return (
    <span className={classes.chip}>
      {children(face, classNames(classes.part, classes.whole))}
      <button
        type="button"
        className={classes.part}
        aria-label={listWords.remove(`${field} ${operator} ${labels.join(', ')}`)}
        onClick={onClear}
      >
        <X size={12} strokeWidth={2} aria-hidden="true" />
      </button>
    </span>
  )
}
