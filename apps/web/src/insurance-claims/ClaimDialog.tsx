import { ClaimState, type InsuranceClaim, insuranceClaims, type Money } from '@deskhand/contract'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { MoneyField } from '../approval-policies/MoneyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { dayOf, useNow } from '../ui/time.ts'
import { toast } from '../ui/toast.tsx'
import { claimWords as words } from './words.ts'

type ClaimDialogProps = {
  asset: { id: string; assetTag: string }
  claim: InsuranceClaim | null
  onClose: () => void
}

/** What an insurer was asked to pay for a thing, and what became of it. */
export default function ClaimDialog({ asset, claim, onClose }: ClaimDialogProps) {
  const today = dayOf(useNow())
  const [insurer, setInsurer] = useState(claim?.insurer ?? '')
  const [number, setNumber] = useState(claim?.number ?? '')
  const [state, setState] = useState<ClaimState>(claim?.state ?? 'FILED')
  const [filedOn, setFiledOn] = useState(claim?.filedOn ?? today)
  const [paid, setPaid] = useState<Money | null>(claim?.paid ?? null)
  const [note, setNote] = useState(claim?.note ?? '')
  const [isTried, setTried] = useState(false)
  const save = useCommand(insuranceClaims.save, {
    onSuccess: () => {
      toast(words.saved(asset.assetTag))
      onClose()
    },
  })
  const errorOf = (field: string) => fieldProblem(save.error, field) ?? null

  function confirm() {
    setTried(true)
    if (insurer.trim() === '') return
    const body = {
      insurer: insurer.trim(),
      number: number.trim() || null,
      state,
      filedOn,
      paid: state === 'PAID' ? paid : null,
      note: note.trim() || null,
    }
    save.mutate({ params: { id: asset.id }, body, ...(claim && { ifMatch: claim.version }) })
  }
  return (
    <Dialog
      opened
      title={words.dialogTitle(asset.assetTag)}
      confirmLabel={words.save}
      busy={save.isPending}
      problem={save.error}
      onClose={onClose}
      onConfirm={confirm}
    >
      <TextInput
        data-autofocus
        required
        label={words.insurer}
        maxLength={200}
        value={insurer}
        error={(isTried && insurer.trim() === '' ? words.needsInsurer : null) ?? errorOf('insurer')}
        onChange={(event) => setInsurer(event.currentTarget.value)}
      />
      <TextInput
        label={words.number}
        maxLength={100}
        value={number}
        error={errorOf('number')}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.state}
        data={ClaimState.options.map((value) => ({ value, label: words.states[value] }))}
        value={state}
        onChange={(event) => setState(ClaimState.parse(event.currentTarget.value))}
      />
      {state === 'PAID' ? (
        <MoneyField
          label={words.paid}
          value={paid}
          error={errorOf('paid') ?? errorOf('paid/amount') ?? undefined}
          onChange={setPaid}
        />
      ) : null}
      <TextInput
        type="date"
        label={words.filedOn}
        value={filedOn}
        error={errorOf('filedOn')}
        onChange={(event) => setFiledOn(event.currentTarget.value)}
      />
      <Textarea
        label={words.note}
        autosize
        minRows={1}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Dialog>
  )
}
