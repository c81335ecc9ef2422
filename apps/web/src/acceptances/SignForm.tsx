import type { Strokes } from '@deskhand/contract'
import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { fieldProblem } from '../ui/problem.ts'
import classes from './Acceptances.module.css'
import { SignaturePad } from './SignaturePad.tsx'
import { acceptanceWords as words } from './words.ts'

type SignFormProps = {
  personName: string
  /** On the screen of a technician: by hand alone, and without a way to refuse in their name. */
  isOnScreen?: boolean
  busy: boolean
  problem: unknown
  onSign: (body: { name: string; strokes?: Strokes }) => void
  onRefuse?: (reason: string) => void
}

/** Signs by the typed name or by hand, or says why not. */
export function SignForm({ personName, isOnScreen = false, busy, problem, onSign, onRefuse }: SignFormProps) {
  const [name, setName] = useState(isOnScreen ? personName : '')
  const [strokes, setStrokes] = useState<Strokes>([])
  const [reason, setReason] = useState('')
  const [isRefusing, setRefusing] = useState(false)
  const [fault, setFault] = useState<'name' | 'reason' | 'draw' | null>(null)

  function sign() {
    const missing = name.trim() === '' ? 'name' : isOnScreen && strokes.length === 0 ? 'draw' : null
    setFault(missing)
    if (!missing) onSign({ name: name.trim(), ...(strokes.length > 0 && { strokes }) })
  }
  function refuse() {
    setFault(reason.trim() === '' ? 'reason' : null)
    if (reason.trim() !== '') onRefuse?.(reason.trim())
  }
  if (isRefusing) {
    return (
      <Form className={classes.form} problem={problem} onSubmit={refuse}>
        <Textarea
          label={words.reason}
          description={words.reasonAbout}
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          error={fault === 'reason' ? words.missing.reason : (fieldProblem(problem, 'reason') ?? null)}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemNotice problem={problem} />
        <div className={classes.actions}>
          <Button type="submit" variant="primary" busy={busy}>
            {words.sendReason}
          </Button>
          <Button onPress={() => setRefusing(false)}>{words.back}</Button>
        </div>
      </Form>
    )
  }
  return (
    <Form className={classes.form} problem={problem} onSubmit={sign}>
      <TextInput
        label={isOnScreen ? words.nameOnScreen : words.name}
        description={isOnScreen ? null : words.nameAbout(personName)}
        autoComplete="off"
        maxLength={200}
        value={name}
        error={fault === 'name' ? words.missing.name : (fieldProblem(problem, 'name') ?? null)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <SignaturePad
        value={strokes}
        onChange={setStrokes}
        about={isOnScreen ? words.drawNeeded : words.drawAbout}
        error={fault === 'draw' ? words.missing.draw : null}
      />
      <ProblemNotice problem={problem} />
      <div className={classes.actions}>
        <Button type="submit" variant="primary" busy={busy}>
          {words.accept}
        </Button>
        {onRefuse ? <Button onPress={() => setRefusing(true)}>{words.decline}</Button> : null}
      </div>
    </Form>
  )
}
