import { TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { signInWords as words } from '../words.ts'
import classes from './Fields.module.css'

/** Good enough to catch a slip; whether the address exists is nobody's business here. */
export const looksLikeEmail = (text: string) => /^\S+@\S+\.\S+$/.test(text.trim())

type EmailStepProps = { value: string; onChange: (value: string) => void; onContinue: () => void }

export function EmailStep({ value, onChange, onContinue }: EmailStepProps) {
  const [isWrong, setWrong] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  function submit(event: FormEvent) {
    event.preventDefault()
    if (looksLikeEmail(value)) onContinue()
    else {
      setWrong(true)
      field.current?.focus()
    }
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        ref={field}
        size="lg"
        type="email"
        name="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        label={words.email}
        value={value}
        error={isWrong && !looksLikeEmail(value) ? words.badEmail : null}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Button type="submit" variant="primary" fullWidth>
        {words.continue}
      </Button>
    </form>
  )
}
