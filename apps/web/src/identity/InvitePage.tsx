import { identity } from '@deskhand/contract'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { Entrance } from './parts/Entrance.tsx'
import classes from './parts/Fields.module.css'
import { NewPassword, passwordFault } from './parts/NewPassword.tsx'
import { useEnter } from './parts/signedIn.ts'
import { TokenGate } from './parts/TokenGate.tsx'
import type { Inspected } from './parts/tokenInAddress.ts'
import { passwordWords, inviteWords as words } from './words.ts'

/** Where an invitation leads: a password for who has none, and one button. */
export default function InvitePage() {
  return (
    <TokenGate purpose="invitation" again={null}>
      {(token, about) => <Join token={token} about={about} />}
    </TokenGate>
  )
}

function Join({ token, about }: { token: string; about: Inspected }) {
  const enter = useEnter()
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const { needsPassword } = about
  const accept = useCommand(identity.acceptInvitation, {
    onSuccess: () => enter(needsPassword ? 'password' : null),
    onError: () => field.current?.focus(),
  })
  useEffect(() => field.current?.focus(), [])
  const company = about.companyName ?? ''
  const fault = needsPassword ? passwordFault(password) : null
  const refused = fieldProblem(accept.error, 'password')

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (fault) field.current?.focus()
    else accept.mutate({ body: { token, delivery: 'cookie', ...(needsPassword && { password }) } })
  }

  return (
    <Entrance title={words.title(company)} about={words.about(about.name, about.email)} withCompany={false}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <input type="hidden" name="email" autoComplete="username" value={about.email} />
        {needsPassword ? (
          <NewPassword
            inputRef={field}
            label={passwordWords.label}
            value={password}
            onChange={(value) => {
              setPassword(value)
              if (accept.error) accept.reset()
            }}
            error={refused ?? (isTried ? fault : null)}
          />
        ) : (
          <p className={classes.help}>{words.known}</p>
        )}
        <ProblemNotice problem={refused ? null : accept.error} />
        <Button type="submit" variant="primary" fullWidth busy={accept.isPending}>
          {words.join(company)}
        </Button>
      </form>
    </Entrance>
  )
}
