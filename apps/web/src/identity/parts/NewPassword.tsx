import { passwordRule } from '@deskhand/contract'
import { PasswordInput } from '@mantine/core'
import type { Ref } from 'react'
import { Meter } from '../../ui/Meter.tsx'
import { passwordWords as words } from '../words.ts'
import classes from './Fields.module.css'

/** Counts what people see: an emoji is one character. */
const lengthOf = (text: string) => [...text].length

/** Why it cannot be taken, or null. Length is the only rule; which phrases are too common, the server knows. */
export function passwordFault(password: string): string | null {
  const missing = passwordRule.min - lengthOf(password)
  return missing > 0 ? words.tooShort(missing) : null
}

type NewPasswordProps = {
  value: string
  onChange: (value: string) => void
  label?: string
  error?: string | null | undefined
  inputRef?: Ref<HTMLInputElement>
}

/** A password to be set, with a meter of its length and of nothing else. */
export function NewPassword({ value, onChange, label = words.label, error, inputRef }: NewPasswordProps) {
  const length = lengthOf(value)
  return (
    <>
      <PasswordInput
        {...(inputRef ? { ref: inputRef } : {})}
        size="lg"
        name="new-password"
        autoComplete="new-password"
        maxLength={passwordRule.max}
        label={label}
        value={value}
        error={error ?? null}
        // Mantine forgets to say so of this one field.
        aria-invalid={Boolean(error)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={classes.meter}>
        <Meter label={words.meter} value={Math.min(length, passwordRule.min)} max={passwordRule.min} />
        <p className={classes.help}>
          {length === 0 ? words.help(passwordRule.min) : words.length(length, passwordRule.min)}
        </p>
      </div>
    </>
  )
}
