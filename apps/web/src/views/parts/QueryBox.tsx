import { parseQuery } from '@deskhand/contract'
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react'
import { SearchField } from '../../ui/SearchField.tsx'
import { completed, completing, fieldsLike } from '../completion.ts'
import { useValueOptions, type ValueOption } from '../useValueOptions.ts'
import { fieldNames, filterWords } from '../words.ts'
import classes from './QueryBox.module.css'
import { narrowed } from './ValueList.tsx'

type QueryBoxProps = {
  where: string
  onChange: (where: string) => void
  /** Escape, where nothing is offered. */
  onLeave: () => void
  inputRef: RefObject<HTMLInputElement | null>
}

const most = 8

/**
 * The filters as one line of text: typed, pasted, applied by Enter; what is wrong with it stands below. Fields, values
 * and people are offered while one types: the arrows choose, Tab or Enter takes what is chosen.
 */
export function QueryBox({ where, onChange, onLeave, inputRef }: QueryBoxProps) {
  const [text, setText] = useState(where)
  const [fault, setFault] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const id = useId()
  useEffect(() => {
    setText(where)
    setFault(null)
  }, [where])

  const now = isOpen ? completing(text) : null
  const values = useValueOptions(now?.kind === 'value' ? now.field : null, now?.typed ?? '')
  const options = optionsOf(now, values)
  const isShown = options.length > 0

  function apply(line: string) {
    const read = parseQuery(line)
    setFault(read.fault?.sentence ?? null)
    setOpen(false)
    if (!read.fault) onChange(line.trim())
  }
  function type(next: string) {
    setText(next)
    setFault(null)
    setOpen(true)
    setAt(-1)
  }
  function take(option: ValueOption | undefined) {
    if (now && option) type(completed(text, now, option.value))
    inputRef.current?.focus()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && isShown) {
      event.preventDefault()
      setAt(step === 1 ? (at + 1) % options.length : (Math.max(at, 0) - 1 + options.length) % options.length)
    } else if (isShown && at >= 0 && (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey))) {
      event.preventDefault()
      take(options[at])
    } else if (event.key === 'Escape') {
      if (!isShown) {
        setText(where)
        return onLeave()
      }
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    }
  }
  return (
    <form
      className={classes.box}
      onSubmit={(event) => {
        event.preventDefault()
        apply(text)
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <SearchField
        size="small"
        label={filterWords.query}
        placeholder={filterWords.queryHint}
        value={text}
        onChange={(next) => {
          type(next)
          // The cross of the field empties it at once.
          if (next === '') apply(next)
        }}
        keys="/"
        inputRef={inputRef}
        input={{
          spellCheck: false,
          autoComplete: 'off',
          role: 'combobox',
          'aria-expanded': isShown,
          'aria-controls': `${id}-list`,
          'aria-autocomplete': 'list',
          ...(isShown && at >= 0 && { 'aria-activedescendant': `${id}-${at}` }),
          'aria-invalid': fault !== null,
          'aria-describedby': fault ? 'query-fault' : undefined,
          onKeyDown,
        }}
      />
      {isShown ? (
        <div
          className={classes.list}
          id={`${id}-list`}
          role="listbox"
          tabIndex={-1}
          aria-label={filterWords.query}
        >
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and listens for Enter
            <div
              key={option.value}
              id={`${id}-${index}`}
              className={classes.option}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(option)}
            >
              <b>{option.value}</b>
              {option.label === option.value ? null : <span className={classes.label}>{option.label}</span>}
            </div>
          ))}
        </div>
      ) : null}
      {fault ? (
        <p id="query-fault" className={classes.fault} role="alert">
          {fault}
        </p>
      ) : null}
    </form>
  )
}

function optionsOf(now: ReturnType<typeof completing>, values: readonly ValueOption[]) {
  if (!now) return []
  const all =
    now.kind === 'field'
      ? fieldsLike(now.typed).map((field) => ({ value: field, label: fieldNames[field] }))
      : narrowed(values, now.typed, () => false)
  // What stands there already needs no offer.
  return all.filter(({ value }) => now.kind === 'field' || value !== now.typed).slice(0, most)
}
