import type { Money } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { amountText, readAmount } from './money.ts'
import classes from './Policies.module.css'
import { policyWords as words } from './words.ts'

type MoneyFieldProps = {
  label: string
  /** What it means when it is left empty. */
  placeholder?: string
  value: Money | null
  onChange: (money: Money | null) => void
  error?: string | undefined
}

/** An amount with its currency. */
export function MoneyField({ label, placeholder, value, onChange, error }: MoneyFieldProps) {
  const [text, setText] = useState(value ? amountText(value) : '')
  const [currency, setCurrency] = useState(value?.currency ?? 'EUR')
  const isBad = text.trim() !== '' && readAmount(text, currency) === null
  function change(nextText: string, nextCurrency: string) {
    setText(nextText)
    setCurrency(nextCurrency)
    onChange(nextText.trim() === '' ? null : readAmount(nextText, nextCurrency))
  }
  return (
    <div className={classes.row}>
      <TextInput
        label={label}
        inputMode="decimal"
        {...(placeholder && { placeholder })}
        value={text}
        error={isBad ? words.badAmount : (error ?? null)}
        onChange={(event) => change(event.currentTarget.value, currency)}
      />
      <TextInput
        label={words.currency}
        aria-label={`${label}: ${words.currency}`}
        maxLength={3}
        value={currency}
        onChange={(event) => change(text, event.currentTarget.value.toUpperCase())}
      />
    </div>
  )
}
