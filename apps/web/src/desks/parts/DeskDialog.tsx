import { type DeskPeriods, deskManagement, usualPeriods } from '@deskhand/contract'
import { NumberInput, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import classes from '../Desks.module.css'
import type { ManagedDesk } from '../DesksPage.tsx'
import { desksWords as words } from '../words.ts'

const periods: readonly [keyof DeskPeriods, number][] = [
  ['closesAfterDays', 60],
  ['settlesAfterDays', 120],
  ['reopenDays', 365],
  ['appealDays', 90],
]

/** A new desk, or what can be said about one. */
export function DeskDialog({ desk, onClose }: { desk: ManagedDesk | null; onClose: () => void }) {
  const [fields, setFields] = useState({
    name: desk?.name ?? '',
    code: desk?.code ?? '',
    prefix: desk?.prefix ?? '',
    description: desk?.description ?? '',
    promise: desk?.promise ?? '',
    contactEmail: desk?.contactEmail ?? '',
    contactPhone: desk?.contactPhone ?? '',
    contactPlace: desk?.contactPlace ?? '',
    isConfidential: desk?.isConfidential ?? false,
    isActive: desk?.isActive ?? true,
    closesAfterDays: desk?.closesAfterDays ?? usualPeriods.closesAfterDays,
    settlesAfterDays: desk?.settlesAfterDays ?? usualPeriods.settlesAfterDays,
    reopenDays: desk?.reopenDays ?? usualPeriods.reopenDays,
    appealDays: desk?.appealDays ?? usualPeriods.appealDays,
  })
  const set = (part: Partial<typeof fields>) => setFields((was) => ({ ...was, ...part }))
  const done = () => {
    toast(words.saved(fields.name))
    onClose()
  }
  const create = useCommand(deskManagement.createDesk, { onSuccess: done })
  const update = useCommand(deskManagement.updateDesk, { onSuccess: done })
  const problem = create.error ?? update.error
  const { code, ...others } = fields
  const body = {
    ...others,
    description: fields.description.trim() || null,
    promise: fields.promise.trim() || null,
    contactEmail: fields.contactEmail.trim() || null,
    contactPhone: fields.contactPhone.trim() || null,
    contactPlace: fields.contactPlace.trim() || null,
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={desk ? words.edit(desk.name) : words.create}
      confirmLabel={words.save}
      busy={create.isPending || update.isPending}
      problem={problem}
      onConfirm={() => {
        if (desk) update.mutate({ params: { id: desk.id }, ifMatch: desk.version, body })
        else create.mutate({ body: { ...body, code } })
      }}
    >
      <TextInput
        label={words.name}
        maxLength={100}
        value={fields.name}
        error={fieldProblem(problem, 'name') ?? null}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <TextInput
          label={words.code}
          description={words.codeAbout}
          maxLength={20}
          disabled={desk !== null}
          value={code}
          error={fieldProblem(problem, 'code') ?? null}
          onChange={(event) => set({ code: event.currentTarget.value.toUpperCase() })}
        />
        <TextInput
          label={words.prefix}
          description={words.prefixAbout}
          maxLength={8}
          value={fields.prefix}
          error={fieldProblem(problem, 'prefix') ?? null}
          onChange={(event) => set({ prefix: event.currentTarget.value.toUpperCase() })}
        />
      </div>
      <Textarea
        label={words.description}
        autosize
        maxLength={1000}
        value={fields.description}
        error={fieldProblem(problem, 'description') ?? null}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <TextInput
        label={words.promise}
        description={words.promiseAbout}
        maxLength={200}
        value={fields.promise}
        error={fieldProblem(problem, 'promise') ?? null}
        onChange={(event) => set({ promise: event.currentTarget.value })}
      />
      <fieldset className={classes.periods}>
        <legend>{words.periods}</legend>
        {periods.map(([field, most]) => (
          <NumberInput
            key={field}
            label={words.period[field].label}
            description={words.period[field].about}
            min={field === 'reopenDays' || field === 'appealDays' ? 0 : 1}
            max={most}
            allowDecimal={false}
            value={fields[field]}
            error={fieldProblem(problem, field) ?? null}
            onChange={(days) => set({ [field]: Number(days) })}
          />
        ))}
      </fieldset>
      <div className={classes.pair}>
        <TextInput
          label={words.contactEmail}
          type="email"
          maxLength={254}
          value={fields.contactEmail}
          error={fieldProblem(problem, 'contactEmail') ?? null}
          onChange={(event) => set({ contactEmail: event.currentTarget.value })}
        />
        <TextInput
          label={words.contactPhone}
          maxLength={40}
          value={fields.contactPhone}
          error={fieldProblem(problem, 'contactPhone') ?? null}
          onChange={(event) => set({ contactPhone: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={words.contactPlace}
        description={words.contactAbout}
        maxLength={120}
        value={fields.contactPlace}
        error={fieldProblem(problem, 'contactPlace') ?? null}
        onChange={(event) => set({ contactPlace: event.currentTarget.value })}
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
