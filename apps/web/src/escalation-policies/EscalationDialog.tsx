import { type EscalationPolicy, escalationPolicies } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { newStep } from '../sla/parts/policyDraft.ts'
import { Steps } from '../sla/parts/Steps.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem, partProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { escalationWords as words } from './words.ts'

type EscalationDialogProps = { policy: EscalationPolicy | null; mayChange: boolean; onClose: () => void }

/** A new escalation policy, or its name and its steps. */
export function EscalationDialog({ policy, mayChange, onClose }: EscalationDialogProps) {
  const [name, setName] = useState(policy?.name ?? '')
  const [steps, setSteps] = useState(policy?.steps ?? [newStep()])
  const onSuccess = (saved: EscalationPolicy) => {
    toast(words.saved(saved.name))
    onClose()
  }
  const create = useCommand(escalationPolicies.create, { onSuccess })
  const update = useCommand(escalationPolicies.update, { onSuccess })
  const problem = create.error ?? update.error
  return (
    <Dialog
      opened
      onClose={onClose}
      title={policy ? (mayChange ? words.changeNamed(policy.name) : policy.name) : words.create}
      confirmLabel={words.save}
      busy={create.isPending || update.isPending}
      disabledReason={mayChange ? null : words.readOnly}
      problem={problem}
      width={820}
      onConfirm={() => {
        const body = { name, steps }
        if (policy) update.mutate({ params: { id: policy.id }, body, ifMatch: policy.version })
        else create.mutate({ body })
      }}
    >
      <TextInput
        data-autofocus
        required
        label={words.name}
        maxLength={80}
        value={name}
        error={fieldProblem(problem, 'name') ?? null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Steps steps={steps} said={(at) => partProblem(problem, `steps/${at}`) ?? null} onChange={setSteps} />
    </Dialog>
  )
}
