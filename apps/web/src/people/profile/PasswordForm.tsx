import { identity } from '@deskhand/contract'
import { PasswordInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useCommand } from '../../api.ts'
import { NewPassword, passwordFault } from '../../identity/parts/NewPassword.tsx'
import type { Me } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import classes from './Profile.module.css'
import { passwordWords as words } from './words.ts'

/** A new password for the old one; the first one needs no old one. */
export function PasswordForm({ me }: { me: Me }) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [isTried, setTried] = useState(false)
  const currentField = useRef<HTMLInputElement>(null)
  const nextField = useRef<HTMLInputElement>(null)
  const change = useCommand(identity.changePassword, {
    onSuccess: () => {
      setCurrent('')
      setNext('')
      setTried(false)
      toast(words.done)
    },
  })
  const refused = {
    current: fieldProblem(change.error, 'currentPassword'),
    next: fieldProblem(change.error, 'newPassword'),
  }

  const faults = {
    current: refused.current ?? (isTried && current === '' ? words.noCurrent : null),
    next: refused.next ?? (isTried ? passwordFault(next) : null),
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (me.hasPassword && current === '') currentField.current?.focus()
    else if (passwordFault(next)) nextField.current?.focus()
    else change.mutate({ body: { newPassword: next, ...(me.hasPassword && { currentPassword: current }) } })
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <input type="hidden" name="email" autoComplete="username" value={me.email} />
      {me.hasPassword ? (
        <PasswordInput
          ref={currentField}
          size="lg"
          name="current-password"
          autoComplete="current-password"
          label={words.current}
          value={current}
          error={faults.current}
          aria-invalid={faults.current !== null}
          onChange={(event) => {
            setCurrent(event.currentTarget.value)
            if (change.error) change.reset()
          }}
        />
      ) : (
        <p className={classes.about}>{words.none}</p>
      )}
      <NewPassword
        inputRef={nextField}
        label={words.next}
        value={next}
        error={faults.next}
        onChange={(value) => {
          setNext(value)
          if (change.error) change.reset()
        }}
      />
      <ProblemNotice problem={refused.current || refused.next ? null : change.error} />
      <div className={classes.actions}>
        <Button type="submit" busy={change.isPending}>
          {me.hasPassword ? words.change : words.set}
        </Button>
      </div>
    </form>
  )
}
