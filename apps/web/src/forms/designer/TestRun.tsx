import { type Answers, type FormDefinition, forms } from '@deskhand/contract'
import { useEffect, useState } from 'react'
import { useCommand } from '../../api.ts'
import { useMe } from '../../shell/session.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { answerFaults, faultMap } from '../answerFaults.ts'
import { FormFields } from '../FormFields.tsx'
import { PersonAnswer } from '../fields/PersonAnswer.tsx'
import classes from './Designer.module.css'
import { designerWords as words } from './words.ts'

type TestRunProps = {
  formId: string
  definition: FormDefinition
  sites: readonly string[]
  departments: readonly string[]
}

/** The form as a certain person would meet it, with what is known of them; nothing is stored. */
export function TestRun({ formId, definition, sites, departments }: TestRunProps) {
  const me = useMe()
  const [personId, setPersonId] = useState(me.id)
  const [answers, setAnswers] = useState<Answers>({})
  const preview = useCommand(forms.preview, { onSuccess: ({ prefilled }) => setAnswers(prefilled) })
  const { mutate } = preview
  useEffect(() => {
    mutate({ params: { id: formId }, body: { definition, personId } })
  }, [mutate, formId, definition, personId])
  const facts = preview.data?.facts ?? {}
  const today = preview.data?.today ?? new Date().toISOString().slice(0, 10)
  const faults = answerFaults({ definition, today, answers, facts })
  return (
    <section className={classes.canvas} aria-label={words.test}>
      <p className={classes.hint}>{words.testAbout}</p>
      <PersonAnswer
        id="test-person"
        label={words.testAs}
        value={personId}
        onChange={(next) => setPersonId(typeof next === 'string' && next !== '' ? next : me.id)}
      />
      <ProblemNotice problem={preview.error} />
      <div className={classes.test}>
        <FormFields
          definition={definition}
          facts={facts}
          today={today}
          sites={sites}
          departments={departments}
          answers={answers}
          onChange={(key, value) => setAnswers((was) => ({ ...was, [key]: value }))}
          faults={faultMap(faults.filter(({ path }) => answers[String(path[0])] !== undefined))}
        />
      </div>
      <p role="status" className={classes.hint}>
        {faults.length === 0 ? words.testFine : words.testFaults(faults.length)}
      </p>
    </section>
  )
}
