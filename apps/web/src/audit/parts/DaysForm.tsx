import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import type { Preset } from '../filters.ts'
import { filterWords as words } from '../words.ts'
import classes from './AuditFilterBar.module.css'

type Range = { when: string | null; from: string | null; until: string | null }
type DaysFormProps = {
  from: string | null
  until: string | null
  preset: Preset | null
  onSet: (range: Range) => void
}

/** The usual spans by one press, any other by its first and last day. */
export function DaysForm({ from, until, preset, onSet }: DaysFormProps) {
  const [first, setFirst] = useState(from ?? '')
  const [last, setLast] = useState(until ?? '')
  return (
    <form
      className={classes.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        onSet({ when: null, from: first || null, until: last || null })
      }}
    >
      <div className={classes.presets}>
        {Object.entries(words.presets).map(([value, label]) => (
          <Button
            key={value}
            size="small"
            variant={value === preset ? 'primary' : 'secondary'}
            onPress={() => onSet({ when: value, from: null, until: null })}
          >
            {label}
          </Button>
        ))}
      </div>
      <TextInput
        type="date"
        label={words.from}
        value={first}
        {...(last && { max: last })}
        onChange={(event) => setFirst(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={words.until}
        value={last}
        {...(first && { min: first })}
        onChange={(event) => setLast(event.currentTarget.value)}
      />
      <Button type="submit" variant="primary" size="small">
        {words.set}
      </Button>
    </form>
  )
}
