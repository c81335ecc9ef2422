import type { Asset, Money } from '@deskhand/contract'
import { Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { moneyRead, moneyTyped } from '../../forms/money.ts'
import { useNow } from '../../ui/time.ts'
import classes from '../Facts.module.css'
import { fieldName, fieldValue } from '../fieldText.ts'
import { changeWords as words } from '../thingWords.ts'
import { FactForm, PopoverFact } from './FactField.tsx'
import type { FactsProps } from './Facts.tsx'

type Line = 'name' | 'serialNumber' | 'lessor' | 'supplier' | 'orderNumber' | 'notes'
type Day = 'leaseEndsOn' | 'purchaseDate' | 'warrantyEndsOn' | 'endOfLifeOn'

type LineFactProps = FactsProps & {
  field: Line
  max: number
  isMono?: boolean
  isLong?: boolean
  isAlone?: boolean
}

export function LineFact({ asset, change, field, max, isMono, isLong, isAlone = false }: LineFactProps) {
  const value = asset[field]
  const label = fieldName(field)
  return (
    <PopoverFact
      label={label}
      value={value}
      isEditable={change !== null}
      isAlone={isAlone}
      {...(isMono && { display: <span className={classes.mono}>{value}</span> })}
      {...(isLong && { display: <span className={classes.long}>{value}</span> })}
    >
      {(close) => (
        <LineForm
          label={label}
          value={value}
          max={max}
          isLong={isLong ?? false}
          asset={asset}
          onClose={close}
          onSave={(text, began) => change?.({ [field]: text }, {}, began) ?? Promise.resolve(null)}
        />
      )}
    </PopoverFact>
  )
}

type LineFormProps = {
  label: string
  value: string | null
  max: number
  isLong: boolean
  asset: Asset
  onClose: () => void
  onSave: (text: string | null, began: Asset) => Promise<string | null>
}

function LineForm({ label, value, max, isLong, asset, onClose, onSave }: LineFormProps) {
  const [text, setText] = useState(value ?? '')
  const Field = isLong ? Textarea : TextInput
  return (
    <FactForm asset={asset} onSave={(began) => onSave(text.trim() || null, began)} onDone={onClose}>
      {(fault) => (
        <Field
          data-autofocus
          autoComplete="off"
          label={label}
          maxLength={max}
          value={text}
          error={fault}
          onChange={(event) => setText(event.currentTarget.value)}
          {...(isLong && { autosize: true, minRows: 4, maxRows: 16 })}
        />
      )}
    </FactForm>
  )
}

export function DayFact({ asset, change, field, display }: FactsProps & { field: Day; display?: ReactNode }) {
  const now = useNow()
  const value = asset[field]
  const label = fieldName(field)
  return (
    <PopoverFact
      label={label}
      value={fieldValue(field, value, {}, now)}
      display={display}
      isEditable={change !== null}
    >
      {(close) => (
        <DayForm
          label={label}
          value={value}
          asset={asset}
          onClose={close}
          onSave={(day, began) => change?.({ [field]: day }, {}, began) ?? Promise.resolve(null)}
        />
      )}
    </PopoverFact>
  )
}

function DayForm({ label, value, asset, onClose, onSave }: Omit<LineFormProps, 'max' | 'isLong'>) {
  const [day, setDay] = useState(value ?? '')
  return (
    <FactForm asset={asset} onSave={(began) => onSave(day || null, began)} onDone={onClose}>
      {(fault) => (
        <TextInput
          data-autofocus
          type="date"
          label={label}
          value={day}
          error={fault}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      )}
    </FactForm>
  )
}

export function MoneyFact({ asset, change }: FactsProps) {
  const now = useNow()
  const { purchaseCost } = asset
  const label = fieldName('purchaseCost')
  return (
    <PopoverFact
      label={label}
      value={fieldValue('purchaseCost', purchaseCost, {}, now)}
      isEditable={change !== null}
    >
      {(close) => (
        <MoneyForm
          label={label}
          value={purchaseCost}
          asset={asset}
          onClose={close}
          onSave={(money, began) => change?.({ purchaseCost: money }, {}, began) ?? Promise.resolve(null)}
        />
      )}
    </PopoverFact>
  )
}

type MoneyFormProps = {
  label: string
  value: Money | null
  asset: Asset
  onClose: () => void
  onSave: (money: Money | null, began: Asset) => Promise<string | null>
}

function MoneyForm({ label, value, asset, onClose, onSave }: MoneyFormProps) {
  const [text, setText] = useState(value ? moneyTyped(value) : '')
  const [currency, setCurrency] = useState(value?.currency ?? 'EUR')
  const save = async (began: Asset) => {
    const money = moneyRead(text, currency)
    if (text.trim() !== '' && money === null) return words.badMoney
    return onSave(money, began)
  }
  return (
    <FactForm asset={asset} onSave={save} onDone={onClose}>
      {(fault) => (
        <div className={classes.money}>
          <TextInput
            data-autofocus
            inputMode="decimal"
            label={label}
            value={text}
            error={fault}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <TextInput
            label={words.currency}
            maxLength={3}
            value={currency}
            onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
          />
        </div>
      )}
    </FactForm>
  )
}
