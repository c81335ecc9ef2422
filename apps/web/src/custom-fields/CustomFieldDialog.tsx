import { type CustomField, CustomFieldType, customFields, deskManagement } from '@deskhand/contract'
import { Select, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import classes from '../desks/Desks.module.css'
import { OptionLines } from '../forms/designer/OptionLines.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { customFieldWords as words } from './words.ts'

const every = ''
const sides = (['STAFF', 'EVERYBODY'] as const).map((value) => ({ value, label: words.sides[value] }))
const types = CustomFieldType.options.map((value) => ({ value, label: words.types[value] }))

/** A new field, or all of one but its type and its key. */
export function CustomFieldDialog({ field, onClose }: { field: CustomField | null; onClose: () => void }) {
  const [type, setType] = useState<CustomFieldType>(field?.type ?? 'line')
  const [said, setSaid] = useState({
    label: field?.label ?? '',
    help: field?.help ?? '',
    options: field?.options ?? [],
    serviceDeskId: field?.serviceDeskId ?? null,
    requestTypeId: field?.requestTypeId ?? null,
    isRequired: field?.isRequired ?? false,
    shownTo: field?.shownTo ?? ('STAFF' as const),
    editedBy: field?.editedBy ?? ('STAFF' as const),
  })
  const set = (part: Partial<typeof said>) => setSaid((was) => ({ ...was, ...part }))
  const onSuccess = (saved: CustomField) => {
    toast(words.saved(saved.label))
    onClose()
  }
  const create = useCommand(customFields.create, { onSuccess })
  const change = useCommand(customFields.change, { onSuccess })
  const problem = create.error ?? change.error
  const body = { ...said, help: said.help.trim() || null, options: type === 'choice' ? said.options : [] }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={field ? words.changeNamed(field.label) : words.addTitle}
      confirmLabel={words.save}
      busy={create.isPending || change.isPending}
      problem={problem}
      width={560}
      onConfirm={() => {
        if (field) change.mutate({ params: { id: field.id }, body, ifMatch: field.version })
        else create.mutate({ body: { ...body, type } })
      }}
    >
      <TextInput
        data-autofocus
        required
        label={words.label}
        maxLength={100}
        value={said.label}
        error={fieldProblem(problem, 'label') ?? null}
        onChange={(event) => set({ label: event.currentTarget.value })}
      />
      <TextInput
        label={words.help}
        maxLength={500}
        value={said.help}
        onChange={(event) => set({ help: event.currentTarget.value })}
      />
      {field ? null : (
        <Select
          allowDeselect={false}
          label={words.type}
          description={words.typeAbout}
          data={types}
          value={type}
          onChange={(next) => setType(CustomFieldType.parse(next))}
        />
      )}
      {type === 'choice' ? (
        <OptionLines options={said.options} onChange={(options) => set({ options })} />
      ) : null}
      {fieldProblem(problem, 'options') ? <p role="alert">{fieldProblem(problem, 'options')}</p> : null}
      <PlaceFields {...said} problem={problem} onChange={set} />
      <div className={classes.pair}>
        <Select
          allowDeselect={false}
          label={words.shownTo}
          data={sides}
          value={said.shownTo}
          onChange={(next) =>
            set(next === 'EVERYBODY' ? { shownTo: next } : { shownTo: 'STAFF', editedBy: 'STAFF' })
          }
        />
        <Select
          allowDeselect={false}
          label={words.editedBy}
          data={sides}
          disabled={said.shownTo === 'STAFF'}
          value={said.editedBy}
          error={fieldProblem(problem, 'editedBy') ?? null}
          onChange={(next) => set({ editedBy: next === 'EVERYBODY' ? next : 'STAFF' })}
        />
      </div>
      <Switch
        label={words.isRequired}
        checked={said.isRequired}
        onChange={(event) => set({ isRequired: event.currentTarget.checked })}
      />
    </Dialog>
  )
}

type Place = { serviceDeskId: string | null; requestTypeId: string | null }
type PlaceFieldsProps = Place & { problem: unknown; onChange: (place: Partial<Place>) => void }

/** At which desk and for what it stands. */
function PlaceFields({ serviceDeskId, requestTypeId, problem, onChange }: PlaceFieldsProps) {
  const desks = useRead(deskManagement.listDesks, {})
  const query = serviceDeskId ? { serviceDeskId } : {}
  const kinds = useRead(deskManagement.listRequestTypes, { query })
  const named = (
    all: readonly { id: string; name: string; isActive: boolean }[] | undefined,
    now: string | null,
  ) =>
    (all ?? [])
      .filter(({ id, isActive }) => isActive || id === now)
      .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className={classes.pair}>
      <Select
        allowDeselect={false}
        label={words.desk}
        data={[{ value: every, label: words.everyDesk }, ...named(desks.data?.data, serviceDeskId)]}
        value={serviceDeskId ?? every}
        error={fieldProblem(problem, 'serviceDeskId') ?? null}
        onChange={(next) => onChange({ serviceDeskId: next || null, requestTypeId: null })}
      />
      <Select
        allowDeselect={false}
        searchable
        label={words.kind}
        data={[{ value: every, label: words.everyKind }, ...named(kinds.data?.data, requestTypeId)]}
        value={requestTypeId ?? every}
        error={fieldProblem(problem, 'requestTypeId') ?? null}
        onChange={(next) => onChange({ requestTypeId: next || null })}
      />
    </div>
  )
}
