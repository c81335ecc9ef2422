import { approvalPolicies, type Money, type PolicyDefinition } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { PersonPicker, type PickedPerson } from '../people/parts/PersonPicker.tsx'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { MoneyField } from './MoneyField.tsx'
import classes from './Policies.module.css'
import { policyWords as words } from './words.ts'

/** Tries what stands in the form on a sample: who would be asked, who skipped, who is missing. */
export function Simulation({ policyId, definition }: { policyId: string; definition: PolicyDefinition }) {
  const [person, setPerson] = useState<PickedPerson | null>(null)
  const [amount, setAmount] = useState<Money | null>(null)
  const [costCenter, setCostCenter] = useState('')
  const simulate = useCommand(approvalPolicies.simulate)
  const { data } = simulate
  return (
    <section className={classes.part} aria-labelledby="policy-simulate">
      <h2 className={classes.legend} id="policy-simulate">
        {words.simulate}
      </h2>
      <p className={classes.muted}>{words.simulateAbout}</p>
      <PersonPicker label={words.requester} value={person} onChange={setPerson} />
      <MoneyField label={words.amount} value={amount} onChange={setAmount} />
      <TextInput
        label={words.costCenter}
        value={costCenter}
        maxLength={40}
        onChange={(event) => setCostCenter(event.currentTarget.value)}
      />
      <div>
        <Button
          busy={simulate.isPending}
          disabledReason={person ? null : words.requester}
          onPress={() =>
            simulate.mutate({
              params: { id: policyId },
              body: {
                requesterId: person?.id ?? '',
                definition,
                ...(amount ? { amount } : {}),
                ...(costCenter.trim() ? { costCenter: costCenter.trim() } : {}),
              },
            })
          }
        >
          {words.run}
        </Button>
      </div>
      <ProblemNotice problem={simulate.error} />
      {data ? (
        <div className={classes.result} role="status">
          <p className={classes.sentences}>
            {data.applies ? words.fits : words.doesNot} {data.because.join(' ')}{' '}
            {data.needsSignature ? words.signs : ''}
          </p>
          <ol>
            {data.steps.map((step, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the answer is one whole, and steps may share a name
              <li key={at}>
                <strong>{step.name}</strong>: {words.outcomes[step.outcome]}{' '}
                {step.approvers.map(({ name }) => name).join(', ')}{' '}
                <span className={classes.muted}>{step.reason}</span>
              </li>
            ))}
          </ol>
        </div>
      ) : null}
    </section>
  )
}
