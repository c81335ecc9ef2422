import type { Asset } from '@deskhand/contract'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ChipField, type ChipOption } from '../../ui/ChipField.tsx'
import { ChipPopover } from '../../ui/ChipPopover.tsx'
import { classNames } from '../../ui/classNames.ts'
import { Form } from '../../ui/Form.tsx'
import { useNow } from '../../ui/time.ts'
import { toast } from '../../ui/toast.tsx'
import classes from '../Facts.module.css'
import { fieldName, fieldValue } from '../fieldText.ts'
import { thingWords, changeWords as words } from '../thingWords.ts'
import type { AssetBody } from '../useAssetChange.ts'
import type { FactsProps } from './Facts.tsx'

type Choice = 'condition' | 'ownership' | 'costCenterId' | 'modelId' | 'locationId'

/** A fact that nobody changes here. */
export function StillFact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className={classes.still}>{children}</dd>
    </>
  )
}

type PopoverFactProps = {
  label: string
  /** The value in words; null where there is none. */
  value: string | null
  display?: ReactNode
  isEditable: boolean
  isAlone?: boolean
  children: (close: () => void) => ReactNode
}

/** A fact whose value is typed: it opens where it stands. */
export function PopoverFact({
  label,
  value,
  display,
  isEditable,
  isAlone = false,
  children,
}: PopoverFactProps) {
  const look = display && value !== null ? display : (value ?? thingWords.empty)
  const field = isEditable ? (
    <ChipPopover
      label={label}
      words={value}
      display={<span className={value === null ? classes.unset : undefined}>{look}</span>}
    >
      {children}
    </ChipPopover>
  ) : (
    <span className={value === null ? classes.unset : undefined}>{look}</span>
  )
  if (isAlone) return <div className={classNames(classes.alone, !isEditable && classes.still)}>{field}</div>
  return (
    <>
      <dt>{label}</dt>
      <dd className={isEditable ? undefined : classes.still}>{field}</dd>
    </>
  )
}

/** Saves one field, and says beside it why it could not. */
export function FactForm({
  asset,
  onSave,
  onDone,
  children,
}: {
  asset: Asset
  /** Hears of the thing as it was when the form opened. */
  onSave: (began: Asset) => Promise<string | null>
  onDone: () => void
  children: (fault: string | null) => ReactNode
}) {
  const [began] = useState(asset)
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  async function save() {
    setBusy(true)
    const refused = await onSave(began)
    setBusy(false)
    setFault(refused)
    if (refused === null) onDone()
  }
  return (
    <Form className={classes.factForm} onSubmit={() => void save()}>
      {children(fault)}
      <Button type="submit" size="small" variant="primary" busy={busy}>
        {words.save}
      </Button>
    </Form>
  )
}

type ChoiceFactProps = FactsProps & {
  field: Choice
  options: readonly ChipOption[]
  words?: string | null
  /** What else follows from the value, shown at once. */
  also?: (value: string) => Partial<Asset>
  onSearch?: (text: string) => void
}

export function ChoiceFact({ asset, change, field, options, also, onSearch, ...given }: ChoiceFactProps) {
  const now = useNow()
  const value = asset[field]
  const label = fieldName(field)
  const said = given.words === undefined ? fieldValue(field, value, {}, now) : given.words
  async function pick(next: string) {
    // The options are those of the field.
    const refused = await change?.({ [field]: next } as AssetBody, also?.(next))
    if (refused) toast(refused)
  }
  if (!change)
    return (
      <StillFact label={label}>{said ?? <span className={classes.unset}>{thingWords.empty}</span>}</StillFact>
    )
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <ChipField
          label={label}
          value={value}
          words={said}
          display={said ?? <span className={classes.unset}>{thingWords.empty}</span>}
          options={options}
          {...(onSearch && { onSearch })}
          onPick={(next) => void pick(next)}
        />
      </dd>
    </>
  )
}
