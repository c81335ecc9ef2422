import {
  type Answers,
  type Asset,
  assetCatalogue,
  type FormDefinition,
  type FormField,
  fieldFaults,
  isAsked,
  isBlank,
} from '@deskhand/contract'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '../../api.ts'
import { faultMap } from '../../forms/answerFaults.ts'
import { FormFields } from '../../forms/FormFields.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { dayOf, useNow } from '../../ui/time.ts'
import classes from '../Facts.module.css'
import { fieldValue } from '../fieldText.ts'
import { thingWords as words } from '../thingWords.ts'
import type { ChangeAsset } from '../useAssetChange.ts'
import { StillFact } from './FactField.tsx'
import type { FactsProps } from './Facts.tsx'

/** The fields that a thing's kind and model ask for: those of the model hold both. */
export function useThingFields(modelId: string | null, categoryId: string | null): readonly FormField[] {
  const model = useRead(
    assetCatalogue.model,
    { params: { id: modelId ?? '' } },
    { enabled: modelId !== null, staleTime: 60_000 },
  )
  const categories = useRead(
    assetCatalogue.categories,
    {},
    { enabled: modelId === null && categoryId !== null, staleTime: 60_000 },
  )
  if (modelId !== null) return model.data?.allFields ?? []
  return categories.data?.data.find(({ id }) => id === categoryId)?.fields ?? []
}

/** What the company notes of such things; nothing where it asks for nothing. */
export function OwnFields({ asset, change }: FactsProps) {
  const now = useNow()
  const fields = useThingFields(asset.modelId, asset.categoryId)
  const [isEditing, setEditing] = useState(false)
  if (fields.length === 0) return null
  return (
    <section className={classes.section}>
      <SectionTitle
        action={
          change ? (
            <IconButton
              size="small"
              label={words.fillOwn}
              icon={<Icon of={Pencil} />}
              onPress={() => setEditing(true)}
            />
          ) : null
        }
      >
        {words.ownFields}
      </SectionTitle>
      <dl className={classes.facts}>
        {fields.map((field) => (
          <StillFact key={field.key} label={field.label}>
            {choiceLabel(field, asset.customFields[field.key]) ??
              withUnit(field, fieldValue(field.key, asset.customFields[field.key] ?? null, {}, now)) ?? (
                <span className={classes.unset}>{words.empty}</span>
              )}
          </StillFact>
        ))}
      </dl>
      {isEditing && change ? (
        <OwnFieldsDialog asset={asset} fields={fields} change={change} onClose={() => setEditing(false)} />
      ) : null}
    </section>
  )
}

/** "16 GB": a number alone says nothing. */
const withUnit = (field: FormField, text: string | null): string | null =>
  text !== null && 'unit' in field && typeof field.unit === 'string' ? `${text} ${field.unit}` : text

function choiceLabel(field: FormField, value: unknown): string | null {
  if (!('options' in field) || !Array.isArray(field.options)) return null
  const picked = Array.isArray(value) ? value : [value]
  const labels = field.options.flatMap((option) => (picked.includes(option.value) ? [option.label] : []))
  return labels.length > 0 ? labels.join(', ') : null
}

type OwnFieldsDialogProps = {
  asset: Asset
  fields: readonly FormField[]
  change: ChangeAsset
  onClose: () => void
}

function OwnFieldsDialog({ asset, fields, change, onClose }: OwnFieldsDialogProps) {
  const [began] = useState(asset)
  const [answers, setAnswers] = useState<Answers>(() => ({ ...began.customFields }))
  const [isTried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const today = dayOf(useNow())
  const definition: FormDefinition = {
    description: 'none',
    asksUrgency: false,
    sections: [{ key: 'own', fields: [...fields] }],
  }
  const faults = fields.filter(isAsked).flatMap((field) => {
    const value = answers[field.key] ?? null
    return isBlank(value) ? [] : fieldFaults(field, value, {}, today)
  })
  async function save() {
    setTried(true)
    if (faults.length > 0) return
    setBusy(true)
    // Only what one changed: the rest may be somebody else's by now.
    const customFields = Object.fromEntries(
      fields.flatMap(({ key }) => {
        const [was, is] = [began.customFields[key] ?? null, answers[key] ?? null]
        return JSON.stringify(was) === JSON.stringify(is) ? [] : [[key, is]]
      }),
    )
    const also = { customFields: { ...asset.customFields, ...customFields } }
    const problem = await change({ customFields }, also, began)
    setBusy(false)
    setRefused(problem)
    if (problem === null) onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.fillOwn}
      confirmLabel={words.saveOwn}
      busy={busy}
      width={560}
      onConfirm={() => void save()}
    >
      <FormFields
        definition={definition}
        facts={{}}
        today={today}
        sites={[]}
        departments={[]}
        answers={answers}
        onChange={(key, value) => setAnswers((was) => ({ ...was, [key]: value }))}
        faults={faultMap(isTried ? faults : [])}
      />
      {refused ? <p role="alert">{refused}</p> : null}
    </Dialog>
  )
}
