import { TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { passwordWords, setUpWords, signInWords } from '../words.ts'
import { looksLikeEmail } from './EmailStep.tsx'
import classes from './Fields.module.css'
import { NewPassword, passwordFault } from './NewPassword.tsx'
import type { SetUpStepProps } from './setUp.ts'

const words = setUpWords.admin

type SetUpAdminProps = SetUpStepProps & { onNext: () => void; onBack: () => void }

export function SetUpAdmin({ draft, onChange, problem, onNext, onBack }: SetUpAdminProps) {
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  const faults = {
    firstName: draft.firstName.trim() === '' ? words.noName : null,
    lastName: draft.lastName.trim() === '' ? words.noName : null,
    email: looksLikeEmail(draft.email) ? null : signInWords.badEmail,
    password: passwordFault(draft.password),
  }
  const errorOf = (field: keyof typeof faults) =>
    (isTried ? faults[field] : null) ?? fieldProblem(problem, `admin/${field}`) ?? null

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const first = (['firstName', 'lastName', 'email', 'password'] as const).find((field) => faults[field])
    if (first) form.current?.querySelector<HTMLInputElement>(`[data-field="${first}"]`)?.focus()
    else onNext()
  }

  const name = (field: 'firstName' | 'lastName', autoComplete: string) => (
    <TextInput
      size="lg"
      data-field={field}
      autoComplete={autoComplete}
      maxLength={100}
      label={words[field]}
      value={draft[field]}
      error={errorOf(field)}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  )

  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <div className={classes.pair}>
        {name('firstName', 'given-name')}
        {name('lastName', 'family-name')}
      </div>
      <TextInput
        size="lg"
        type="email"
        data-field="email"
        autoComplete="username"
        spellCheck={false}
        label={words.email}
        value={draft.email}
        error={errorOf('email')}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
      />
      <NewPassword
        label={passwordWords.label}
        value={draft.password}
        error={errorOf('password')}
        onChange={(password) => onChange({ password })}
      />
      <Button type="submit" variant="primary" fullWidth>
        {setUpWords.next}
      </Button>
      <Button variant="quiet" fullWidth onPress={onBack}>
        {setUpWords.back}
      </Button>
    </form>
  )
}
