import { parseQuery } from '@deskhand/contract'
import { type Ref, useEffect, useState } from 'react'
import { SearchField } from '../../ui/SearchField.tsx'
import { filterWords } from '../words.ts'
import classes from './QueryBox.module.css'

type QueryBoxProps = { where: string; onChange: (where: string) => void; inputRef: Ref<HTMLInputElement> }

/** The filters as one line of text: typed, pasted, applied by Enter; what is wrong with it stands below. */
export function QueryBox({ where, onChange, inputRef }: QueryBoxProps) {
  const [text, setText] = useState(where)
  const [fault, setFault] = useState<string | null>(null)
  useEffect(() => {
    setText(where)
    setFault(null)
  }, [where])

  function apply(line: string) {
    const read = parseQuery(line)
    setFault(read.fault?.sentence ?? null)
    if (!read.fault) onChange(line.trim())
  }
  return (
    <form
      className={classes.box}
      onSubmit={(event) => {
        event.preventDefault()
        apply(text)
      }}
    >
      <SearchField
        size="small"
        label={filterWords.query}
        placeholder={filterWords.queryHint}
        value={text}
        onChange={(next) => {
          setText(next)
          setFault(null)
          // The cross of the field empties it at once.
          if (next === '') apply(next)
        }}
        keys="/"
        inputRef={inputRef}
        input={{
          spellCheck: false,
          autoComplete: 'off',
          'aria-invalid': fault !== null,
          'aria-describedby': fault ? 'query-fault' : undefined,
          onKeyDown: (event) => {
            if (event.key === 'Escape') setText(where)
          },
        }}
      />
      {fault ? (
        <p id="query-fault" className={classes.fault} role="alert">
          {fault}
        </p>
      ) : null}
    </form>
  )
}
