import { mail } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useCommand } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { setUpWords, signInWords } from '../words.ts'
import { looksLikeEmail } from './EmailStep.tsx'
import classes from './Fields.module.css'
import type { SetUpStepProps } from './setUp.ts'

const words = setUpWords.mail

type SetUpMailProps = SetUpStepProps & {
  isConfigured: boolean
  busy: boolean
  onBack: () => void
  onFinish: (withMail: boolean) => void
}

/** Where mail goes out: tried before it is kept, or left for later. */
export function SetUpMail({
  draft,
  onChange,
  problem,
  isConfigured,
  busy,
  onBack,
  onFinish,
}: SetUpMailProps) {
  const [isTried, setTried] = useState(false)
  const server = useRef<HTMLInputElement>(null)
  const from = useRef<HTMLInputElement>(null)
  const test = useCommand(mail.test)
  useEffect(() => server.current?.focus(), [])

  const faults = {
    smtpUrl:
      draft.smtpUrl.trim() === ''
        ? words.noServer
        : /^smtps?:\/\/./.test(draft.smtpUrl)
          ? null
          : words.badServer,
    from: looksLikeEmail(draft.from) ? null : signInWords.badEmail,
  }

  /** Runs only when both fields are in order; otherwise points at the first that is not. */
  function whenWhole(then: () => void) {
    setTried(true)
    if (faults.smtpUrl) server.current?.focus()
    else if (faults.from) from.current?.focus()
    else then()
  }

  function edit(part: { smtpUrl: string } | { from: string }) {
    onChange(part)
    test.reset()
  }

  const body = {
    setUpToken: draft.setUpToken.trim(),
    smtpUrl: draft.smtpUrl,
    from: draft.from,
    to: draft.email,
  }
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (isConfigured) onFinish(false)
        else whenWhole(() => onFinish(true))
      }}
    >
      {isConfigured ? (
        <p>{words.configured}</p>
      ) : (
        <>
          <TextInput
            ref={server}
            size="lg"
            autoComplete="off"
            spellCheck={false}
            maxLength={500}
            label={words.smtp}
            description={words.smtpAbout}
            value={draft.smtpUrl}
            error={(isTried ? faults.smtpUrl : null) ?? fieldProblem(problem, 'mail/smtpUrl') ?? null}
            onChange={(event) => edit({ smtpUrl: event.currentTarget.value })}
          />
          <TextInput
            ref={from}
            size="lg"
            type="email"
            autoComplete="off"
            label={words.from}
            description={words.fromAbout}
            value={draft.from}
            error={(isTried ? faults.from : null) ?? fieldProblem(problem, 'mail/from') ?? null}
            onChange={(event) => edit({ from: event.currentTarget.value })}
          />
          <Button fullWidth busy={test.isPending} onPress={() => whenWhole(() => test.mutate({ body }))}>
            {words.test}
          </Button>
          {test.isSuccess ? (
            <p className={classes.notice} role="status">
              {words.tested(draft.email)}
            </p>
          ) : null}
          <ProblemNotice problem={test.error} />
        </>
      )}
      <ProblemNotice problem={problem} />
      <Button type="submit" variant="primary" fullWidth busy={busy}>
        {words.finish}
      </Button>
      {isConfigured ? null : (
        <Button variant="quiet" fullWidth onPress={() => onFinish(false)}>
          {words.skip}
        </Button>
      )}
      <Button variant="quiet" fullWidth onPress={onBack}>
        {setUpWords.back}
      </Button>
    </form>
  )
}
