import { deskManagement, forms, Priority, type RequestType, type StateWords } from '@deskhand/contract'
import { NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../../api.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import type { Category } from '../CataloguePage.tsx'
import classes from '../Desks.module.css'
import { desksWords, catalogueWords as words } from '../words.ts'
import { StateWordsFields } from './StateWordsFields.tsx'

type KindDialogProps = {
  type: RequestType | null
  category: Category
  categories: readonly Category[]
  onClose: () => void
  onSaved: () => void
}

/** A kind of request: its words, its promise, what it needs, and its form. */
export function KindDialog({ type, category, categories, onClose, onSaved }: KindDialogProps) {
  const priorities = useRead(deskManagement.priorities, {})
  const known = useRead(forms.list, {}, { enabled: type !== null })
  const formNow = known.data?.data.find(({ requestTypes }) => requestTypes.some(({ id }) => id === type?.id))
  const [fields, setFields] = useState({
    name: type?.name ?? '',
    description: type?.description ?? '',
    promise: type?.promise ?? '',
    serviceCategoryId: type?.serviceCategoryId ?? category.id,
    slaHours: type?.slaHours ?? null,
    defaultPriority: type?.defaultPriority ?? ('MEDIUM' as const),
    requiresApproval: type?.requiresApproval ?? false,
    isConfidential: type?.isConfidential ?? false,
    isActive: type?.isActive ?? true,
    stateWords: type?.stateWords ?? {},
  })
  const [formId, setFormId] = useState<string | null | undefined>(undefined)
  const set = (part: Partial<typeof fields>) => setFields((was) => ({ ...was, ...part }))
  const done = () => {
    toast(desksWords.saved(fields.name))
    onSaved()
    onClose()
  }
  const create = useCommand(deskManagement.createRequestType, { onSuccess: done })
  const update = useCommand(deskManagement.updateRequestType, { onSuccess: done })
  const problem = create.error ?? update.error
  const body = {
    ...fields,
    description: fields.description.trim() || null,
    promise: fields.promise.trim() || null,
    stateWords: filled(fields.stateWords),
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={type ? words.editCategory(type.name) : words.kindIn(category.name)}
      confirmLabel={desksWords.save}
      busy={create.isPending || update.isPending}
      problem={problem}
      width={560}
      onConfirm={() => {
        if (type) {
          update.mutate({
            params: { id: type.id },
            ifMatch: type.version,
            body: { ...body, ...(formId === undefined ? {} : { formId }) },
          })
        } else create.mutate({ body })
      }}
    >
      <TextInput
        label={words.name}
        maxLength={120}
        value={fields.name}
        error={fieldProblem(problem, 'name') ?? null}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Textarea
        label={words.description}
        autosize
        maxLength={1000}
        value={fields.description}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <TextInput
        label={words.promise}
        description={words.promiseAbout}
        maxLength={200}
        value={fields.promise}
        onChange={(event) => set({ promise: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <NumberInput
          label={words.hours}
          hideControls
          min={1}
          value={fields.slaHours ?? ''}
          onChange={(next) => set({ slaHours: typeof next === 'number' ? next : null })}
        />
        <Select
          label={words.priority}
          allowDeselect={false}
          data={(priorities.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={fields.defaultPriority}
          onChange={(next) => {
            const priority = Priority.options.find((one) => one === next)
            if (priority) set({ defaultPriority: priority })
          }}
        />
      </div>
      {type ? (
        <>
          <Select
            label={words.inCategory}
            allowDeselect={false}
            data={categories.map(({ id, name }) => ({ value: id, label: name }))}
            value={fields.serviceCategoryId}
            onChange={(next) => (next ? set({ serviceCategoryId: next }) : undefined)}
          />
          <Select
            label={words.form}
            clearable
            placeholder={words.noForm}
            data={(known.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={formId === undefined ? (formNow?.id ?? null) : formId}
            onChange={(next) => setFormId(next)}
          />
        </>
      ) : null}
      <StateWordsFields value={fields.stateWords} onChange={(stateWords) => set({ stateWords })} />
      <Switch
        label={words.approval}
        checked={fields.requiresApproval}
        onChange={(event) => set({ requiresApproval: event.currentTarget.checked })}
      />
      <Switch
        label={words.confidential}
        description={words.confidentialAbout}
        checked={fields.isConfidential}
        onChange={(event) => set({ isConfidential: event.currentTarget.checked })}
      />
      <Switch
        label={words.active}
        checked={fields.isActive}
        onChange={(event) => set({ isActive: event.currentTarget.checked })}
      />
    </Dialog>
  )
}

/** What is written down, without the empty ones. */
const filled = (value: StateWords): StateWords =>
  Object.fromEntries(
    Object.entries(value).flatMap(([state, text]) => (text?.trim() ? [[state, text.trim()]] : [])),
  )
