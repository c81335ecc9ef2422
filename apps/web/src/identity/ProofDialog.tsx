import { identity } from '@deskhand/contract'
import { PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { useSession } from '../shell/session.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import classes from './parts/Fields.module.css'
import { proofWords as words } from './words.ts'

/** Asks who is at the keyboard once more, before something weighty; then what was asked for goes on. */
export default function ProofDialog({ onEnd }: { onEnd: (isGiven: boolean) => void }) {
  const me = useSession()
  const [byCode, setByCode] = useState(me.data?.hasPassword === false)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [flow, setFlow] = useState<string | null>(null)
  const prove = useCommand(identity.stepUp, { onSuccess: () => onEnd(true) })
  const mail = useCommand(identity.magicLink, { onSuccess: (sent) => setFlow(sent.flow) })
  const email = me.data?.email ?? ''
  const problem = prove.error ?? mail.error
  const ofField = fieldProblem(problem, byCode ? 'code' : 'password')

  const isTyped = byCode ? flow === null || code.length === 6 : password !== ''
  const missing = isTyped ? null : byCode ? words.codeFirst : words.passwordFirst

  function confirm() {
    if (!byCode) prove.mutate({ body: { password, delivery: 'cookie' } })
    else if (flow) prove.mutate({ body: { flow, code, delivery: 'cookie' } })
    else mail.mutate({ body: { email } })
  }
  return (
    <Dialog
      opened
      onClose={() => onEnd(false)}
      title={words.title}
      confirmLabel={byCode && !flow ? words.mailCode : words.goOn}
      busy={prove.isPending || mail.isPending}
      problem={ofField ? null : problem}
      disabledReason={missing}
      onConfirm={confirm}
    >
      <p className={classes.help}>{byCode ? words.aboutCode(email, flow !== null) : words.about}</p>
      {byCode ? null : (
        <>
          <input type="hidden" name="email" autoComplete="username" value={email} />
          <PasswordInput
            data-autofocus
            name="password"
            autoComplete="current-password"
            label={words.password}
            value={password}
            error={ofField ?? null}
            aria-invalid={ofField !== undefined}
            onChange={(event) => {
              setPassword(event.currentTarget.value)
              prove.reset()
            }}
          />
          <div className={classes.actions}>
            <button
              type="button"
              className={classes.link}
              onClick={() => {
                prove.reset()
                setByCode(true)
              }}
            >
              {words.otherWay}
            </button>
          </div>
        </>
      )}
      {flow ? (
        <TextInput
          data-autofocus
          className={classes.code}
          size="lg"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          label={words.code}
          value={code}
          error={ofField ?? null}
          onChange={(event) => {
            setCode(event.currentTarget.value.replace(/\D/g, '').slice(0, 6))
            prove.reset()
          }}
        />
      ) : null}
    </Dialog>
  )
}
