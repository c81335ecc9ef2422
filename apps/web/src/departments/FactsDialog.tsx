import type { Answers } from '@deskhand/contract'
import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DateAnswer } from '../forms/fields/DateAnswer.tsx'
import { MoneyAnswer } from '../forms/fields/MoneyAnswer.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import type { Fact, Fulfilment } from './useFulfilment.ts'
import { fulfilmentWords as words } from './words.ts'

/** Notes how an order or a payment goes on; only what was changed is sent. */
export function FactsDialog({ fulfilment, onClose }: { fulfilment: Fulfilment; onClose: () => void }) {
  const { title, list, values, total, problem, isSaving, save } = fulfilment
  const [given, setGiven] = useState<Answers>({})
  return (
    <Dialog
      opened
      title={title}
      confirmLabel={words.save}
      busy={isSaving}
      problem={problem}
      onClose={onClose}
      onConfirm={() => (Object.keys(given).length > 0 ? save(given) : onClose())}
    >
      {list.map((fact) => (
        <FactInput
          key={fact.key}
          fact={fact}
          currency={total?.currency ?? 'EUR'}
          value={fact.key in given ? (given[fact.key] ?? null) : (values[fact.key] ?? null)}
          error={fieldProblem(problem, fact.key)}
          onChange={(value) => setGiven((was) => ({ ...was, [fact.key]: value }))}
        />
      ))}
    </Dialog>
  )
}

type FactInputProps = {
  fact: Fact
  currency: string
  value: Answers[string]
  error: string | undefined
  onChange: (value: Answers[string]) => void
}

function FactInput({ fact, currency, value, error, onChange }: FactInputProps) {
  const said = { id: `fact-${fact.key}`, label: words.fields[fact.key], error }
  switch (fact.type) {
    case 'state':
      return (
        <Select
          {...said}
          allowDeselect={false}
          data={(fact.states ?? []).map((state) => ({
            value: state,
            label: words.states[state as keyof typeof words.states],
          }))}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
        />
      )
    case 'money':
      return <MoneyAnswer {...said} currencies={[currency]} value={value} onChange={onChange} />
    case 'day':
      return <DateAnswer {...said} field={{}} today="" value={value} onChange={onChange} />
    case 'line':
      return (
        <TextInput
          {...said}
          maxLength={100}
          value={typeof value === 'string' ? value : ''}
          onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
        />
      )
  }
}
