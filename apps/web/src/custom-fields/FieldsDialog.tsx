import {
  type Answers,
  asAsked,
  customFields,
  type FormDefinition,
  fieldFaults,
  isBlank,
  type Request,
  type RequestField,
} from '@deskhand/contract'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import classes from '../forms/AnswerList.module.css'
import { faultMap, refusedAnswers } from '../forms/answerFaults.ts'
import { FormFields } from '../forms/FormFields.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { customFieldWords as words } from './words.ts'

type FieldsDialogProps = { request: Request; fields: readonly RequestField[]; onClose: () => void }

/** Fills in the fields of a request, drawn and checked as those of a form are. */
export default function FieldsDialog({ request, fields, onClose }: FieldsDialogProps) {
  const mine = fields.filter(({ mayEdit }) => mayEdit)
  const [answers, setAnswers] = useState<Answers>(() =>
    Object.fromEntries(mine.filter(({ value }) => !isBlank(value)).map(({ key, value }) => [key, value])),
  )
  const [isTried, setTried] = useState(false)
  const save = useCommand(customFields.fill, { onSuccess: onClose })
  const today = new Date().toISOString().slice(0, 10)
  const definition: FormDefinition = {
    description: 'none',
    asksUrgency: false,
    sections: [{ key: 'own', fields: mine.map(asAsked) }],
  }
  const faults = mine.flatMap((field) => {
    const value = answers[field.key] ?? null
    return isBlank(value) ? [] : fieldFaults(asAsked(field), value, {}, today)
  })
  const said = isTried ? [...faults, ...refusedAnswers(save.error)] : []
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.fillTitle(request.referenceNumber)}
      confirmLabel={words.fillSave}
      busy={save.isPending}
      problem={save.error}
      width={560}
      onConfirm={() => {
        setTried(true)
        if (faults.length > 0) return
        const customFields = Object.fromEntries(mine.map(({ key }) => [key, answers[key] ?? null]))
        save.mutate({ params: { id: request.id }, body: { customFields } })
      }}
    >
      <div className={classes.edit}>
        <FormFields
          definition={definition}
          facts={{}}
          today={today}
          sites={[]}
          departments={[]}
          answers={answers}
          onChange={(key, value) => setAnswers((was) => ({ ...was, [key]: value }))}
          faults={faultMap(said)}
        />
      </div>
    </Dialog>
  )
}
