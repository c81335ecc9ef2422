import { type Answers, type FormDefinition, forms, isEncrypted, shownAnswers } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { FormFields } from '../forms/FormFields.tsx'
import classes from './PlansPage.module.css'
import { editorWords as words } from './words.ts'

type PlanAnswersProps = { requestTypeId: string; answers: Answers; onChange: (answers: Answers) => void }

/** The form of the kind that is planned, answered once for all of its requests. */
export function PlanAnswers({ requestTypeId, answers, onChange }: PlanAnswersProps) {
  const { data } = useRead(forms.item, { params: { id: requestTypeId } }, { staleTime: 60_000 })
  if (!data?.form) return null
  const definition = repeatable(data.form.definition)
  const { facts } = data.form
  return (
    <fieldset className={classes.when}>
      <legend className={classes.legend}>{words.answers}</legend>
      <FormFields
        {...data.form}
        definition={definition}
        answers={answers}
        faults={none}
        onChange={(key, value) =>
          onChange(shownAnswers(definition, { answers: { ...answers, [key]: value }, facts }))
        }
      />
    </fieldset>
  )
}

const none: ReadonlyMap<string, string> = new Map()

/** Without what one request alone can have: files, and answers that are kept encrypted. */
const repeatable = (definition: FormDefinition): FormDefinition => ({
  ...definition,
  sections: definition.sections.map((section) => ({
    ...section,
    fields: section.fields.filter((field) => field.type !== 'file' && !isEncrypted(field)),
  })),
})
