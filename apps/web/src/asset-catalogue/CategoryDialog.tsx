import { type AssetCategory, assetCatalogue, desks, thingIcons } from '@deskhand/contract'
import { NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import classes from '../desks/Desks.module.css'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { draftsOf, fieldsOf } from './fieldDrafts.ts'
import { DepreciationFields } from './parts/DepreciationFields.tsx'
import { ThingFieldsEditor } from './parts/ThingFieldsEditor.tsx'
import { catalogueWords, depreciationWords, fieldWords, categoryWords as words } from './words.ts'

const any = ''
const icons = thingIcons.map((value) => ({ value, label: words.icons[value] }))

type CategoryDialogProps = { category: AssetCategory | null; onClose: () => void }

/** A new category, or all of one. */
export function CategoryDialog({ category, onClose }: CategoryDialogProps) {
  const [said, setSaid] = useState({
    name: category?.name ?? '',
    tagPrefix: category?.tagPrefix ?? '',
    tagDigits: category?.tagDigits ?? 5,
    icon: thingIcons.find((icon) => icon === category?.icon) ?? ('box' as const),
    deskId: category?.deskId ?? null,
    requiresAcceptance: category?.requiresAcceptance ?? false,
    policyText: category?.policyText ?? '',
    bearsData: category?.bearsData ?? false,
    depreciation: category?.depreciation ?? null,
    lifetimeMonths: category?.lifetimeMonths ?? null,
    isRequestable: category?.isRequestable ?? false,
    loanBufferMinutes: category?.loanBufferMinutes ?? 0,
  })
  const [drafts, setDrafts] = useState(() => draftsOf(category?.fields ?? []))
  const set = (part: Partial<typeof said>) => setSaid((was) => ({ ...was, ...part }))
  const allDesks = useRead(desks.list, {}).data?.data ?? []
  const onSuccess = (saved: AssetCategory) => {
    toast(catalogueWords.saved(saved.name))
    onClose()
  }
  const add = useCommand(assetCatalogue.addCategory, { onSuccess })
  const change = useCommand(assetCatalogue.changeCategory, { onSuccess })
  const problem = add.error ?? change.error
  const body = { ...said, policyText: said.policyText.trim() || null, fields: fieldsOf(drafts) }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={category ? catalogueWords.changeNamed(category.name) : words.addTitle}
      confirmLabel={words.save}
      busy={add.isPending || change.isPending}
      problem={problem}
      width={640}
      onConfirm={() => {
        if (category) change.mutate({ params: { id: category.id }, body, ifMatch: category.version })
        else add.mutate({ body })
      }}
    >
      <TextInput
        data-autofocus
        required
        label={catalogueWords.name}
        maxLength={100}
        value={said.name}
        error={fieldProblem(problem, 'name') ?? null}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <TextInput
          required
          label={words.tagPrefix}
          description={words.tagPrefixAbout}
          maxLength={10}
          value={said.tagPrefix}
          error={fieldProblem(problem, 'tagPrefix') ?? null}
          onChange={(event) => set({ tagPrefix: event.currentTarget.value.toUpperCase() })}
        />
        <NumberInput
          label={words.tagDigits}
          description={tagLike(said)}
          min={1}
          max={10}
          allowDecimal={false}
          value={said.tagDigits}
          onChange={(next) => set({ tagDigits: Number(next) || 1 })}
        />
      </div>
      <div className={classes.pair}>
        <Select
          allowDeselect={false}
          label={words.desk}
          data={[
            { value: any, label: words.anyDesk },
            ...allDesks.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={said.deskId ?? any}
          error={fieldProblem(problem, 'deskId') ?? null}
          onChange={(next) => set({ deskId: next || null })}
        />
        <Select
          allowDeselect={false}
          label={words.icon}
          data={icons}
          value={said.icon}
          onChange={(next) => set({ icon: thingIcons.find((icon) => icon === next) ?? said.icon })}
        />
      </div>
      <ThingFieldsEditor drafts={drafts} onChange={setDrafts} about={fieldWords.about} problem={problem} />
      {fieldProblem(problem, 'fields') ? <p role="alert">{fieldProblem(problem, 'fields')}</p> : null}
      <Switch
        label={words.bearsData}
        checked={said.bearsData}
        onChange={(event) => set({ bearsData: event.currentTarget.checked })}
      />
      <Switch
        label={words.requiresAcceptance}
        checked={said.requiresAcceptance}
        onChange={(event) => set({ requiresAcceptance: event.currentTarget.checked })}
      />
      {said.requiresAcceptance ? (
        <Textarea
          autosize
          minRows={4}
          maxRows={12}
          label={words.policyText}
          description={category?.policyText ? words.policyAbout(category.policyVersion) : words.policyNew}
          maxLength={20_000}
          value={said.policyText}
          onChange={(event) => set({ policyText: event.currentTarget.value })}
        />
      ) : null}
      <Switch
        label={words.isRequestable}
        checked={said.isRequestable}
        onChange={(event) => set({ isRequestable: event.currentTarget.checked })}
      />
      <NumberInput
        label={words.buffer}
        description={words.bufferAbout}
        min={0}
        max={720}
        decimalScale={2}
        value={said.loanBufferMinutes / 60}
        onChange={(next) => set({ loanBufferMinutes: Math.round(Number(next) * 60) || 0 })}
      />
      <DepreciationFields
        value={said.depreciation}
        empty={depreciationWords.none}
        onChange={(depreciation) => set({ depreciation })}
      />
      <NumberInput
        label={words.lifetime}
        min={1}
        max={600}
        allowDecimal={false}
        value={said.lifetimeMonths ?? ''}
        onChange={(next) => set({ lifetimeMonths: next === '' ? null : Number(next) })}
      />
    </Dialog>
  )
}

const tagLike = ({ tagPrefix, tagDigits }: { tagPrefix: string; tagDigits: number }) =>
  `${tagPrefix || 'LT'}-${'1'.padStart(Math.min(Math.max(tagDigits, 1), 10), '0')}`
