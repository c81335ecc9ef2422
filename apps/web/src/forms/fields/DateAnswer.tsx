import type { AnswerValue, AskedField, DayBound } from '@deskhand/contract'
import { DateInput, DateTimePicker } from '@mantine/dates'
import '@mantine/dates/styles.css'
import type { ReactNode } from 'react'
import { fieldWords as words } from '../words.ts'
import classes from './FieldInput.module.css'

type Said = {
  id: string
  label: string
  description?: ReactNode
  error?: ReactNode
  required?: boolean
  onBlur?: () => void
  onChange: (value: AnswerValue) => void
  value: AnswerValue
}

type DateAnswerProps = Said & {
  field: Pick<Extract<AskedField, { type: 'date' }>, 'notBefore' | 'notAfter'>
  today: string
}

/** A bound that is fixed; one that depends on another answer is judged by the form's own rules. */
const fixed = (bound: DayBound | undefined, today: string) =>
  bound === 'today' ? today : typeof bound === 'string' ? bound : undefined

/** A day, typed or picked. */
export function DateAnswer({ field, today, value, onChange, ...said }: DateAnswerProps) {
  const earliest = fixed(field.notBefore, today)
  const latest = fixed(field.notAfter, today)
  return (
    <DateInput
      {...said}
      className={classes.short ?? ''}
      valueFormat="D MMM YYYY"
      clearable
      clearButtonProps={{ 'aria-label': words.clearDay(said.label) }}
      popoverProps={{ width: 'auto' }}
      {...(earliest ? { minDate: earliest } : {})}
      {...(latest ? { maxDate: latest } : {})}
      value={typeof value === 'string' && value !== '' ? value : null}
      onChange={(day) => onChange(day)}
    />
  )
}

/** A moment in the reader's own zone. */
export function MomentAnswer({ value, onChange, ...said }: Said) {
  const local = typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? localOf(value) : null
  return (
    <DateTimePicker
      {...said}
      className={classes.short ?? ''}
      valueFormat="D MMM YYYY HH:mm"
      clearable
      clearButtonProps={{ 'aria-label': words.clearDay(said.label) }}
      value={local}
      onChange={(moment) => onChange(moment ? new Date(moment.replace(' ', 'T')).toISOString() : null)}
    />
  )
}

function localOf(instant: string): string {
  const at = new Date(instant)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19).replace('T', ' ')
}
