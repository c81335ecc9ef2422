import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import classes from '../AssetsPage.module.css'
import { filterWords as words } from '../words.ts'

type DayFormProps = {
  label: string
  description?: string
  value: string | null
  /** Days that one press sets. */
  presets: readonly { label: string; day: string }[]
  min?: string
  max?: string
  onSet: (day: string | null) => void
}

/** A day: the usual ones by one press, any other typed. */
export function DayForm({ label, description, value, presets, min, max, onSet }: DayFormProps) {
  const [day, setDay] = useState(value ?? '')
  return (
    <Form className={classes.dayForm} onSubmit={() => onSet(day || null)}>
      <div className={classes.presets}>
        {presets.map((preset) => (
          <Button key={preset.day} size="small" onPress={() => onSet(preset.day)}>
            {preset.label}
          </Button>
        ))}
      </div>
      <TextInput
        type="date"
        label={label}
        {...(description && { description })}
        value={day}
        {...(min && { min })}
        {...(max && { max })}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Button type="submit" size="small" variant="primary">
        {words.set}
      </Button>
    </Form>
  )
}
