import { DateInput } from '@mantine/dates'
import '@mantine/dates/styles.css'
import { fieldWords } from './words.ts'

type DayFieldProps = {
  label: string
  /** As `2027-02-03`, or empty. */
  value: string
  onChange: (day: string) => void
  error?: string | null | undefined
  earliest?: string | undefined
}

/** A day, typed or picked, written as everywhere else; the field that forms have. */
export function DayField({ label, value, onChange, error, earliest }: DayFieldProps) {
  return (
    <DateInput
      label={label}
      valueFormat="D MMM YYYY"
      clearable
      clearButtonProps={{ 'aria-label': fieldWords.clearDay(label) }}
      popoverProps={{ width: 'auto' }}
      {...(earliest ? { minDate: earliest } : {})}
      error={error ?? null}
      value={value === '' ? null : value}
      onChange={(day) => onChange(day ?? '')}
    />
  )
}
