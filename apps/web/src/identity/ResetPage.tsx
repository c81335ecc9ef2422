import { identity } from '@deskhand/contract'
import { useRouter } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { Entrance } from './parts/Entrance.tsx'
import classes from './parts/Fields.module.css'
import { NewPassword, passwordFault } from './parts/NewPassword.tsx'
import { TokenGate } from './parts/TokenGate.tsx'
import type { Inspected } from './parts/tokenInAddress.ts'
import { tokenWords, resetWords as words } from './words.ts'

export default function ResetPage() {
  return (
    <TokenGate purpose="password_reset" again={{ href: '/forgot', words: tokenWords.newLink }}>
      {(token, about) => <Choose token={token} about={about} />}
    </TokenGate>
  )
}

function Choose({ token, about }: { token: string; about: Inspected }) {
  const router = useRouter()
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const reset = useCommand(identity.resetPassword, {
    onSuccess: () =>
      router.history.replace(`/sign-in?${new URLSearchParams({ email: about.email, 'password-set': '' })}`),
    onError: () => field.current?.focus(),
  })
  useEffect(() => field.current?.focus(), [])
  const refused = fieldProblem(reset.error, 'password')

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (passwordFault(password)) field.current?.focus()
    else reset.mutate({ body: { token, password } })
  }

  return (
    <Entrance title={words.title} about={words.about(about.email)}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <input type="hidden" name="email" autoComplete="username" value={about.email} />
        <NewPassword
          inputRef={field}
          value={password}
          onChange={(value) => {
            setPassword(value)
            if (reset.error) reset.reset()
          }}
          error={refused ?? (isTried ? passwordFault(password) : null)}
        />
        <ProblemNotice problem={refused ? null : reset.error} />
        <Button type="submit" variant="primary" fullWidth busy={reset.isPending}>
          {words.save}
        </Button>
      </form>
    </Entrance>
  )
}
