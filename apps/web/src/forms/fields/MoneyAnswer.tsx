import { type AnswerValue, isMoney } from '@deskhand/contract'
import { Select, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { moneyRead, moneyTyped } from '../money.ts'
import { fieldWords as words } from '../words.ts'
import classes from './MoneyAnswer.module.css'

type MoneyAnswerProps = {
  id: string
  label: string
  /** The label is said to screen readers alone, as in a table of lines. */
  isLabelHidden?: boolean
  description?: ReactNode
  error?: ReactNode
  required?: boolean
  currencies: readonly string[]
  value: AnswerValue
  onChange: (value: AnswerValue) => void
  onBlur?: () => void
}

/** An amount as one types it, and its currency where there is a choice. What is no amount stays to be corrected. */
export function MoneyAnswer({
  currencies,
  value,
  onChange,
  isLabelHidden,
  onBlur,
  ...said
}: MoneyAnswerProps) {
  const known = isMoney(value) ? value : null
  const currency = known?.currency ?? currencies[0] ?? 'EUR'
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (known ? moneyTyped(known) : typeof value === 'string' ? value : '')
  return (
    <div className={classes.money}>
      <TextInput
        {...said}
        {...(isLabelHidden ? { label: undefined, 'aria-label': said.label } : {})}
        inputMode="decimal"
        className={classes.amount ?? ''}
        value={shown}
        onChange={(event) => {
          const next = event.currentTarget.value
          setTyped(next)
          onChange(next.trim() === '' ? null : (moneyRead(next, currency) ?? next))
        }}
        onBlur={() => {
          setTyped(null)
          onBlur?.()
        }}
        rightSection={currencies.length === 1 ? <span className={classes.code}>{currency}</span> : null}
        rightSectionWidth={currencies.length === 1 ? 48 : 0}
      />
      {currencies.length > 1 ? (
        <Select
          aria-label={words.currency(said.label)}
          className={classes.currency ?? ''}
          data={[...currencies]}
          value={currency}
          allowDeselect={false}
          onChange={(next) => {
            if (!next) return
            onChange(known ? { ...known, currency: next } : { amount: '0', currency: next })
          }}
        />
      ) : null}
    </div>
  )
}
