import { type AssetModel, assetCatalogue } from '@deskhand/contract'
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
import { catalogueWords, depreciationWords, fieldWords, modelWords as words } from './words.ts'

/** A new model, or all of one. */
export function ModelDialog({ model, onClose }: { model: AssetModel | null; onClose: () => void }) {
  const [said, setSaid] = useState({
    name: model?.name ?? '',
    modelNumber: model?.modelNumber ?? '',
    manufacturerId: model?.manufacturerId ?? null,
    categoryId: model?.categoryId ?? '',
    depreciation: model?.depreciation ?? null,
    lifetimeMonths: model?.lifetimeMonths ?? null,
    warrantyMonths: model?.warrantyMonths ?? null,
    minimumInStock: model?.minimumInStock ?? null,
    isRequestable: model?.isRequestable ?? false,
    loanBufferMinutes: model?.loanBufferMinutes ?? null,
    notes: model?.notes ?? '',
  })
  const [drafts, setDrafts] = useState(() => draftsOf(model?.fields ?? []))
  const set = (part: Partial<typeof said>) => setSaid((was) => ({ ...was, ...part }))
  const categories = useRead(assetCatalogue.categories, {}).data?.data ?? []
  const makers = useRead(assetCatalogue.manufacturers, {}).data?.data ?? []
  const onSuccess = (saved: AssetModel) => {
    toast(catalogueWords.saved(saved.name))
    onClose()
  }
  const add = useCommand(assetCatalogue.addModel, { onSuccess })
  const change = useCommand(assetCatalogue.changeModel, { onSuccess })
  const problem = add.error ?? change.error
  const body = {
    ...said,
    modelNumber: said.modelNumber.trim() || null,
    notes: said.notes.trim() || null,
    fields: fieldsOf(drafts),
  }
  const number = (name: 'warrantyMonths' | 'lifetimeMonths' | 'minimumInStock', least: number) => ({
    min: least,
    max: least === 0 ? 100_000 : 600,
    allowDecimal: false,
    value: said[name] ?? '',
    onChange: (next: number | string) => set({ [name]: next === '' ? null : Number(next) }),
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={model ? catalogueWords.changeNamed(model.name) : words.addTitle}
      confirmLabel={words.save}
      busy={add.isPending || change.isPending}
      problem={problem}
      width={640}
      onConfirm={() => {
        if (model) change.mutate({ params: { id: model.id }, body, ifMatch: model.version })
        else add.mutate({ body })
      }}
    >
      <TextInput
        data-autofocus
        required
        label={catalogueWords.name}
        maxLength={200}
        value={said.name}
        error={fieldProblem(problem, 'name') ?? null}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <Select
          searchable
          required
          allowDeselect={false}
          label={words.category}
          data={categories
            .filter(({ id, isActive }) => isActive || id === model?.categoryId)
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={said.categoryId || null}
          error={fieldProblem(problem, 'categoryId') ?? null}
          onChange={(next) => set({ categoryId: next ?? said.categoryId })}
        />
        <Select
          searchable
          clearable
          label={words.manufacturer}
          data={makers.map(({ id, name }) => ({ value: id, label: name }))}
          value={said.manufacturerId}
          error={fieldProblem(problem, 'manufacturerId') ?? null}
          onChange={(next) => set({ manufacturerId: next })}
        />
      </div>
      <div className={classes.pair}>
        <TextInput
          label={words.modelNumber}
          maxLength={100}
          value={said.modelNumber}
          onChange={(event) => set({ modelNumber: event.currentTarget.value })}
        />
        <NumberInput label={words.minimum} {...number('minimumInStock', 0)} />
      </div>
      <div className={classes.pair}>
        <NumberInput label={words.warranty} {...number('warrantyMonths', 1)} />
        <NumberInput
          label={words.lifetime}
          placeholder={words.lifetimeAbout}
          {...number('lifetimeMonths', 1)}
        />
      </div>
      <Switch
        label={words.isRequestable}
        checked={said.isRequestable}
        onChange={(event) => set({ isRequestable: event.currentTarget.checked })}
      />
      <NumberInput
        label={words.buffer}
        placeholder={words.bufferAbout}
        min={0}
        max={720}
        decimalScale={2}
        value={said.loanBufferMinutes === null ? '' : said.loanBufferMinutes / 60}
        onChange={(next) => set({ loanBufferMinutes: next === '' ? null : Math.round(Number(next) * 60) })}
      />
      <DepreciationFields
        value={said.depreciation}
        empty={depreciationWords.ofCategory}
        onChange={(depreciation) => set({ depreciation })}
      />
      <ThingFieldsEditor
        drafts={drafts}
        onChange={setDrafts}
        about={fieldWords.aboutModel}
        problem={problem}
      />
      <Textarea
        autosize
        minRows={2}
        label={words.notes}
        maxLength={10_000}
        value={said.notes}
        onChange={(event) => set({ notes: event.currentTarget.value })}
      />
    </Dialog>
  )
}
