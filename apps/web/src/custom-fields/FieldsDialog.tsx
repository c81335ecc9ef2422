import {
  type Answers,
  asAsked,
  type FormDefinition,
  fieldFaults,
  isBlank,
  type Request,
  type RequestField,
} from '@deskhand/contract'
import { useState } from 'react'
import classes from '../forms/AnswerList.module.css'
import { faultMap, refusedAnswers } from '../forms/answerFaults.ts'
import { FormFields } from '../forms/FormFields.tsx'
import { ChangedMeanwhile } from '../queue/parts/ConflictNotice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldText, mineText } from './fieldText.ts'
import { useFill } from './useFill.ts'
import { customFieldWords as words } from './words.ts'

type FieldsDialogProps = { request: Request; fields: readonly RequestField[]; onClose: () => void }

/**
 * Fills in the fields of a request, drawn and checked as those of a form are. What somebody else filled in while it was
 * open is shown before anything is saved over it.
 */
export default function FieldsDialog({ request, fields, onClose }: FieldsDialogProps) {
  const [mine] = useState(() => fields.filter(({ mayEdit }) => mayEdit))
  const [answers, setAnswers] = useState<Answers>(() =>
    Object.fromEntries(mine.filter(({ value }) => !isBlank(value)).map(({ key, value }) => [key, value])),
  )
  const [isTried, setTried] = useState(false)
  const { save, takeTheirs, overtaken, problem, isPending } = useFill({
    request,
    fields: mine,
    onSaved: onClose,
    onTheirs: (theirs) => setAnswers((was) => ({ ...was, ...theirs })),
  })
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
  const said = isTried ? [...faults, ...refusedAnswers(problem)] : []
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.fillTitle(request.referenceNumber)}
      confirmLabel={words.fillSave}
      busy={isPending}
      problem={problem}
      width={560}
      onConfirm={() => {
        setTried(true)
        if (faults.length > 0) return
        void save(answers)
      }}
    >
      <ChangedMeanwhile
        fields={overtaken.map(({ field, mine }) => ({
          label: field.label,
          theirs: fieldText(field),
          mine: mineText(field, mine),
        }))}
        onTakeTheirs={takeTheirs}
      />
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
