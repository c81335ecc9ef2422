import {
  type Answers,
  type FormDefinition,
  type FormField,
  forms,
  isAsked,
  isEncrypted,
} from '@deskhand/contract'
import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import type { Template } from '../catalogue/parts/TemplateChips.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { toast } from '../ui/toast.tsx'
import { faultMap, refusedAnswers } from './answerFaults.ts'
import { cleanAnswers } from './cleanAnswers.ts'
import { preparedWords as words } from './designer/words.ts'
import { FormFields } from './FormFields.tsx'
import classes from './PreparedPage.module.css'

type PreparedDialogProps = {
  kind: { id: string; name: string }
  template: Template | null
  onClose: () => void
}

/** Prepares answers in the form as whoever asks will see it, or changes them. */
export function PreparedDialog({ kind, template, onClose }: PreparedDialogProps) {
  const item = useRead(forms.item, { params: { id: kind.id } }, { staleTime: 0 })
  const [name, setName] = useState(template?.name ?? '')
  const [summary, setSummary] = useState(template?.summary ?? '')
  const [description, setDescription] = useState(template?.description ?? '')
  const [answers, setAnswers] = useState<Answers>(template?.answers ?? {})
  const done = {
    onSuccess: () => {
      toast(words.saved(name))
      onClose()
    },
  }
  const create = useCommand(forms.createTemplate, done)
  const update = useCommand(forms.updateTemplate, done)
  const { error, isPending } = template ? update : create
  const form = item.data?.form ?? null
  const faults = faultMap(refusedAnswers(error, 'answers'))
  const said = (field: string) => fieldProblem(error, field) ?? null

  function save() {
    const body = {
      name,
      summary: summary.trim() || null,
      description: description.trim() || null,
      answers: form ? cleanAnswers(form.definition, answers, form.facts) : answers,
    }
    if (template) update.mutate({ params: { id: template.id }, body })
    else create.mutate({ params: { id: kind.id }, body })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={template ? words.change : words.add}
      confirmLabel={words.save}
      busy={isPending || item.isPending}
      problem={faults.size > 0 || said('name') || said('summary') ? null : (error ?? item.error)}
      onConfirm={save}
      width={680}
    >
      <TextInput
        data-autofocus
        required
        label={words.name}
        description={words.nameAbout}
        maxLength={120}
        value={name}
        error={said('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {form?.definition.title ? null : (
        <TextInput
          label={words.summary}
          maxLength={500}
          value={summary}
          error={said('summary')}
          onChange={(event) => setSummary(event.currentTarget.value)}
        />
      )}
      {form?.definition.description === 'none' ? null : (
        <Textarea
          autosize
          minRows={2}
          maxRows={10}
          label={words.description}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
      )}
      {item.isPending ? <SkeletonRows rows={3} /> : null}
      {form ? (
        <div className={classes.answers}>
          <FormFields
            {...form}
            definition={preparable(form.definition)}
            answers={answers}
            onChange={(key, value) => setAnswers((was) => ({ ...was, [key]: value }))}
            faults={faults}
          />
        </div>
      ) : null}
    </Dialog>
  )
}

/** What can be prepared for somebody else: no secrets, no files and no signatures; nothing has to be. */
const preparable = (definition: FormDefinition): FormDefinition => ({
  ...definition,
  sections: definition.sections.map((section) => ({
    ...section,
    fields: section.fields.flatMap((field): FormField[] => {
      if (!isAsked(field)) return [field]
      if (isEncrypted(field) || field.type === 'file' || field.type === 'signature') return []
      const { requireWhen: _, ...free } = field
      return [{ ...free, isRequired: false }]
    }),
  })),
})
