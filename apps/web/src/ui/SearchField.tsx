import type { InputHTMLAttributes, Ref } from 'react'
import { classNames } from './classNames.ts'
import { Kbd } from './Kbd.tsx'
import classes from './SearchField.module.css'

type SearchFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  size?: 'large' | 'small'
  keys?: string
  inputRef?: Ref<HTMLInputElement>
  /** Takes the focus when the dialog around it opens. */
  isFirst?: boolean
  /** Combobox attributes, where suggestions open below. */
  input?: InputHTMLAttributes<HTMLInputElement>
}

/** Search-or-ask on the home, and the smaller one above lists. */
export function SearchField({
  label,
  value,
  onChange,
  placeholder,
  size = 'large',
  keys,
  inputRef,
  input,
  isFirst = false,
}: SearchFieldProps) {
  return (
    <div className={classNames(classes.field, size === 'small' && classes.small)}>
      <input
        {...input}
        data-autofocus={isFirst || undefined}
        {...(inputRef ? { ref: inputRef } : {})}
        className={classes.input}
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {keys && value === '' ? (
        <span className={classes.end}>
          <Kbd keys={keys} />
        </span>
      ) : null}
    </div>
  )
}
