import { type Answers, type Request, requests } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import classes from './AnswerList.module.css'
import { answerFaults, faultMap, refusedAnswers } from './answerFaults.ts'
import { cleanAnswers } from './cleanAnswers.ts'
import { FormFields } from './FormFields.tsx'
import { shownWords as words } from './words.ts'

/** Changes answers by those that one began with; an encrypted one stays until it is typed anew. */
export function AnswersDialog({ request, onClose }: { request: Request; onClose: () => void }) {
  const [began] = useState(request)
  const asked = useRead(requests.form, { params: { id: request.id } })
  // What is stored are answers of this form; the contract keeps them open because other kinds note what they like.
  const [answers, setAnswers] = useState<Answers>(began.customFields as Answers)
  const [isTried, setTried] = useState(false)
  const save = useCommand(requests.update, { onSuccess: onClose })
  const form = asked.data
  const kept = new Set(request.answers.filter((answer) => answer.isEncrypted).map(({ key }) => key))
  const faults = form ? answerFaults({ ...form, answers, kept, kind: request.requestKind }) : []
  const said = isTried ? [...faults, ...refusedAnswers(save.error)] : []
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.editTitle(request.referenceNumber)}
      confirmLabel={words.save}
      busy={save.isPending}
      problem={save.error ?? asked.error}
      width={680}
      onConfirm={() => {
        setTried(true)
        if (!form || faults.length > 0) return
        const clean = cleanAnswers(form.definition, answers, form.facts)
        save.mutate({
          params: { id: request.id },
          body: { customFields: clean },
          ifMatch: hasOtherAnswers(began, request) ? began.version : request.version,
        })
      }}
    >
      {request.reviewKind === 'APPROVAL' ? <p>{words.asksAnew}</p> : null}
      {form ? (
        <div className={classes.edit}>
          <FormFields
            {...form}
            definition={withHints(form.definition, kept)}
            answers={answers}
            onChange={(key, value) => setAnswers((was) => ({ ...was, [key]: value }))}
            faults={faultMap(said)}
            kept={kept}
          />
        </div>
      ) : (
        <SkeletonRows rows={4} />
      )}
    </Dialog>
  )
}

/** Where somebody else answered since, nothing is saved over it; a change of the rest does not stand in the way. */
const hasOtherAnswers = (began: Request, now: Request) =>
  JSON.stringify([began.customFields, began.answers]) !== JSON.stringify([now.customFields, now.answers])

/** Says at each encrypted answer that is kept that leaving it alone keeps it. */
function withHints<Definition extends { sections: readonly { fields: readonly object[] }[] }>(
  definition: Definition,
  kept: ReadonlySet<string>,
): Definition {
  return {
    ...definition,
    sections: definition.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) =>
        'key' in field && kept.has(String(field.key)) ? { ...field, help: words.keptSecret } : field,
      ),
    })),
  }
}
