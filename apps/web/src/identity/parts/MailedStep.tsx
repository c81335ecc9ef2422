import { identity } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useCommand } from '../../api.ts'
import { announce } from '../../ui/announcements.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { signInWords, mailedWords as words } from '../words.ts'
import { useOpenSettings } from './Entrance.tsx'
import classes from './Fields.module.css'

const resendAfter = 30

/** Seconds until the mail may be asked for again; starts anew with every flow. */
function useCountdown(flow: string) {
  const [left, setLeft] = useState(resendAfter)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new flow is a new mail
  useEffect(() => {
    setLeft(resendAfter)
    const timer = setInterval(() => setLeft((was) => Math.max(0, was - 1)), 1000)
    return () => clearInterval(timer)
  }, [flow])
  return left
}

type MailedStepProps = {
  email: string
  flow: string
  onFlow: (flow: string) => void
  onBack: () => void
  onDone: () => void
}

/** The mail is on its way: open its link here, or type its code when it is read on another device. */
export function MailedStep({ email, flow, onFlow, onBack, onDone }: MailedStepProps) {
  const [code, setCode] = useState('')
  const [isShort, setShort] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const left = useCountdown(flow)
  const settings = useOpenSettings()
  const verify = useCommand(identity.verifyMagicLink, {
    onSuccess: onDone,
    onError: () => {
      field.current?.focus()
      field.current?.select()
    },
  })
  const resend = useCommand(identity.magicLink, {
    onSuccess: (sent) => {
      onFlow(sent.flow)
      setCode('')
      verify.reset()
      announce(words.resent)
    },
  })
  useEffect(() => field.current?.focus(), [])

  function send(typed: string) {
    if (verify.isPending) return
    setShort(typed.length !== 6)
    if (typed.length === 6) verify.mutate({ body: { flow, code: typed, delivery: 'cookie' } })
    else field.current?.focus()
  }

  function change(text: string) {
    const digits = text.replace(/\D/g, '').slice(0, 6)
    setCode(digits)
    setShort(false)
    if (verify.error) verify.reset()
    if (digits.length === 6 && digits !== code) send(digits)
  }

  const refusal = problemOf(verify.error)
  const isRefused = refusal !== null && refusal.status < 500 && refusal.status !== 429
  return (
    <>
      {settings.data?.hasMailbox ? (
        <a href={`/mailbox?to=${encodeURIComponent(email)}`} target="_blank" rel="noreferrer">
          {words.mailbox}
        </a>
      ) : null}
      <form
        className={classes.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          send(code)
        }}
      >
        <TextInput
          ref={field}
          className={classes.code}
          size="lg"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          label={words.code}
          description={words.codeAbout}
          value={code}
          error={isRefused ? refusal.detail : isShort ? words.badCode : null}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <ProblemNotice problem={isRefused ? null : (verify.error ?? resend.error)} />
        <Button type="submit" variant="primary" fullWidth busy={verify.isPending}>
          {signInWords.signIn}
        </Button>
      </form>
      <div className={classes.actions}>
        <button
          type="button"
          className={classes.link}
          disabled={left > 0 || resend.isPending}
          onClick={() => resend.mutate({ body: { email } })}
        >
          {left > 0 ? words.resendIn(left) : words.resend}
        </button>
        <button type="button" className={classes.link} onClick={onBack}>
          {words.otherWay}
        </button>
      </div>
    </>
  )
}
