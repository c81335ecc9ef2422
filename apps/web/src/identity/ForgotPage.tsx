import { identity } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useAddressQuery } from '../address.ts'
import { useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { looksLikeEmail } from './parts/EmailStep.tsx'
import { Entrance, useOpenSettings } from './parts/Entrance.tsx'
import classes from './parts/Fields.module.css'
import { mailedWords, signInWords, forgotWords as words } from './words.ts'

/** Asks for a link to set a new password; the answer is the same for every address. */
export default function ForgotPage() {
  const { query } = useAddressQuery()
  const [email, setEmail] = useState(query.get('email') ?? '')
  const [isTried, setTried] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const settings = useOpenSettings()
  const forgot = useCommand(identity.forgotPassword)
  useEffect(() => field.current?.focus(), [])

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (looksLikeEmail(email)) forgot.mutate({ body: { email } })
    else field.current?.focus()
  }

  if (forgot.isSuccess) {
    return (
      <Entrance title={words.sentTitle} about={words.sent(email)}>
        {settings.data?.hasMailbox ? (
          <a href={`/mailbox?to=${encodeURIComponent(email)}`}>{mailedWords.mailbox}</a>
        ) : null}
        <a href={`/sign-in?email=${encodeURIComponent(email)}`}>{words.back}</a>
      </Entrance>
    )
  }
  return (
    <Entrance title={words.title} about={words.about}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          ref={field}
          size="lg"
          type="email"
          name="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          label={signInWords.email}
          value={email}
          error={isTried && !looksLikeEmail(email) ? signInWords.badEmail : null}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <ProblemNotice problem={forgot.error} />
        <Button type="submit" variant="primary" fullWidth busy={forgot.isPending}>
          {words.send}
        </Button>
      </form>
      <a href={`/sign-in?email=${encodeURIComponent(email)}`}>{words.back}</a>
    </Entrance>
  )
}
