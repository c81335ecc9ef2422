import { type Disposal, DisposalOutcome, disposals } from '@deskhand/contract'
import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { outcomeWords, disposalWords as words } from './words.ts'

type NewDisposalDialogProps = {
  /** What is in it from the beginning. */
  assetIds?: readonly string[]
  onClose: () => void
  onBegun: (disposal: Disposal) => void
}

export default function NewDisposalDialog({ assetIds = [], onClose, onBegun }: NewDisposalDialogProps) {
  const [name, setName] = useState('')
  const [outcome, setOutcome] = useState<DisposalOutcome>('DISPOSED')
  const [partner, setPartner] = useState('')
  const [isTried, setTried] = useState(false)
  const create = useCommand(disposals.create)
  const isNameless = name.trim() === ''
  async function confirm() {
    setTried(true)
    if (isNameless) return
    const body = {
      name: name.trim(),
      outcome,
      ...(partner.trim() && { partner: partner.trim() }),
      ...(assetIds.length > 0 && { assets: [...assetIds] }),
    }
    const made = await create.mutateAsync({ body }).catch(() => null)
    if (!made) return
    toast(words.begun(made.number))
    onClose()
    onBegun(made)
  }
  return (
    <Dialog
      opened
      title={words.begin}
      confirmLabel={words.beginDo}
      busy={create.isPending}
      problem={create.error}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <TextInput
        required
        label={words.name}
        maxLength={120}
        value={name}
        error={isTried && isNameless ? words.nameNeeded : (fieldProblem(create.error, 'name') ?? null)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.outcome}
        value={outcome}
        data={DisposalOutcome.options.map((value) => ({ value, label: outcomeWords[value] }))}
        onChange={({ currentTarget: { value } }) =>
          setOutcome(DisposalOutcome.options.find((one) => one === value) ?? outcome)
        }
      />
      <TextInput
        label={words.partner}
        description={words.partnerHelp}
        maxLength={200}
        value={partner}
        error={fieldProblem(create.error, 'partner') ?? null}
        onChange={(event) => setPartner(event.currentTarget.value)}
      />
    </Dialog>
  )
}
