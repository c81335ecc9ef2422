import { Select, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { fieldProblem, problemOf } from '../../ui/problem.ts'
import { setUpWords } from '../words.ts'
import classes from './Fields.module.css'
import { type SetUpStepProps, stepOfPointer } from './setUp.ts'

const words = setUpWords.company
const zones = Intl.supportedValuesOf('timeZone')

type SetUpCompanyProps = SetUpStepProps & {
  /** The link in the log carries the token; who came without it types it. */
  asksToken: boolean
  onNext: () => void
}

export function SetUpCompany({ draft, onChange, problem, asksToken, onNext }: SetUpCompanyProps) {
  const [isTried, setTried] = useState(false)
  const name = useRef<HTMLInputElement>(null)
  const token = useRef<HTMLInputElement>(null)
  const refusal = problemOf(problem)
  const isHere = refusal !== null && stepOfPointer(refusal.errors?.[0]?.pointer, refusal.code) === 0
  const refusedToken =
    isHere && !fieldProblem(problem, 'company/name')
      ? (fieldProblem(problem, 'setUpToken') ?? refusal.detail)
      : null
  useEffect(() => name.current?.focus(), [])

  const fault = {
    name: draft.company.trim() === '' ? words.noName : null,
    zone: draft.zone === null ? words.noZone : null,
    token: draft.setUpToken.trim().length < 16 ? words.noToken : null,
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (fault.name) name.current?.focus()
    else if (fault.token) token.current?.focus()
    else if (!fault.zone) onNext()
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        ref={name}
        size="lg"
        autoComplete="organization"
        maxLength={100}
        label={words.name}
        value={draft.company}
        error={isTried ? fault.name : (fieldProblem(problem, 'company/name') ?? null)}
        onChange={(event) => onChange({ company: event.currentTarget.value })}
      />
      <Select
        searchable
        size="lg"
        label={words.zone}
        description={words.zoneAbout}
        data={zones}
        limit={80}
        allowDeselect={false}
        value={draft.zone}
        error={isTried ? fault.zone : null}
        onChange={(zone) => onChange({ zone })}
      />
      {asksToken ? (
        <TextInput
          ref={token}
          size="lg"
          autoComplete="off"
          spellCheck={false}
          label={words.token}
          description={words.tokenAbout}
          value={draft.setUpToken}
          error={(isTried ? fault.token : null) ?? refusedToken}
          onChange={(event) => onChange({ setUpToken: event.currentTarget.value })}
        />
      ) : null}
      <ProblemNotice problem={isHere && !refusedToken ? problem : null} />
      <Button type="submit" variant="primary" fullWidth>
        {setUpWords.next}
      </Button>
    </form>
  )
}
