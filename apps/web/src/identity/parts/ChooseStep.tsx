import { identity } from '@deskhand/contract'
import { PasswordInput } from '@mantine/core'
import { type FormEvent, Fragment, useEffect, useRef, useState } from 'react'
import { useCommand } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { signInWords as words } from '../words.ts'
import classes from './Fields.module.css'
import { lastUsed, type Way } from './signedIn.ts'

type ChooseStepProps = {
  email: string
  password: string
  onPassword: (value: string) => void
  onChangeEmail: () => void
  onMailed: (flow: string) => void
  onDone: () => void
}

/** The ways in for this address, whichever was used last first. */
export function ChooseStep(props: ChooseStepProps) {
  const [first] = useState(lastUsed)
  const order: Way[] = first === 'password' ? ['password', 'magic_link'] : ['magic_link', 'password']
  return (
    <>
      <p className={classes.who}>
        <span>
          {words.as} <strong>{props.email}</strong>
        </span>
        <button type="button" className={classes.link} onClick={props.onChangeEmail}>
          {words.change}
        </button>
      </p>
      {order.map((way, index) => (
        <Fragment key={way}>
          {index > 0 ? (
            <p className={classes.or} aria-hidden="true">
              {words.or}
            </p>
          ) : null}
          {way === 'password' ? (
            <PasswordWay {...props} isFirst={index === 0} />
          ) : (
            <LinkWay email={props.email} onMailed={props.onMailed} isFirst={index === 0} />
          )}
        </Fragment>
      ))}
    </>
  )
}

function PasswordWay({
  email,
  password,
  onPassword,
  onDone,
  isFirst,
}: ChooseStepProps & { isFirst: boolean }) {
  const [isEmpty, setEmpty] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const login = useCommand(identity.login, {
    onSuccess: onDone,
    onError: () => {
      field.current?.focus()
      field.current?.select()
    },
  })
  useEffect(() => {
    if (isFirst) field.current?.focus()
  }, [isFirst])

  // A refusal belongs to the field; that the server cannot be reached does not.
  const refusal = problemOf(login.error)
  const isRefused = refusal !== null && refusal.status < 500 && refusal.status !== 429
  const error = isRefused ? refusal.detail : isEmpty && password === '' ? words.emptyPassword : null

  function submit(event: FormEvent) {
    event.preventDefault()
    setEmpty(password === '')
    if (password === '') field.current?.focus()
    else login.mutate({ body: { email, password, delivery: 'cookie' } })
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {/* Password managers look for the address beside the password. */}
      <input type="hidden" name="email" autoComplete="username" value={email} />
      <PasswordInput
        ref={field}
        size="lg"
        name="password"
        autoComplete="current-password"
        label={words.password}
        value={password}
        error={error}
        aria-invalid={error !== null}
        onChange={(event) => {
          onPassword(event.currentTarget.value)
          login.reset()
        }}
      />
      <ProblemNotice problem={isRefused ? null : login.error} />
      <Button type="submit" variant={isFirst ? 'primary' : 'secondary'} fullWidth busy={login.isPending}>
        {words.signIn}
      </Button>
      <a href={`/forgot?email=${encodeURIComponent(email)}`}>{words.forgot}</a>
    </form>
  )
}

type LinkWayProps = { email: string; onMailed: (flow: string) => void; isFirst: boolean }

function LinkWay({ email, onMailed, isFirst }: LinkWayProps) {
  const button = useRef<HTMLButtonElement>(null)
  const send = useCommand(identity.magicLink, { onSuccess: ({ flow }) => onMailed(flow) })
  useEffect(() => {
    if (isFirst) button.current?.focus()
  }, [isFirst])
  return (
    <div className={classes.form}>
      <Button
        ref={button}
        variant={isFirst ? 'primary' : 'secondary'}
        fullWidth
        busy={send.isPending}
        onPress={() => send.mutate({ body: { email } })}
      >
        {words.mailLink}
      </Button>
      <p className={classes.help}>{words.mailAbout}</p>
      <ProblemNotice problem={send.error} />
    </div>
  )
}
