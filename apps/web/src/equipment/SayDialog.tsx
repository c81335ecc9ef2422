import { type EquipmentThing, equipment } from '@deskhand/contract'
import { SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { equipmentWords as words } from './words.ts'

export type Saying = 'fault' | 'giveBack' | 'dispute' | 'missing' | 'found'
type SayDialogProps = { thing: Pick<EquipmentThing, 'id' | 'name'>; saying: Saying; onClose: () => void }
type Heard = { requestRef: string | null }

const texts = {
  fault: { title: words.faultTitle, send: words.faultSend, label: words.faultMore, isNeeded: false },
  giveBack: { title: words.backTitle, send: words.backSend, label: words.backNote, isNeeded: false },
  dispute: { title: words.disputeTitle, send: words.disputeSend, label: words.disputeWhy, isNeeded: true },
  missing: { title: words.missingTitle, send: words.missingSend, label: words.missingReport, isNeeded: true },
  found: { title: words.foundTitle, send: words.foundSend, label: words.foundNote, isNeeded: false },
}

/** Tells the desk something about a thing; what comes of it is a request of one's own. */
export default function SayDialog({ thing, saying, onClose }: SayDialogProps) {
  const [summary, setSummary] = useState('')
  const [text, setText] = useState('')
  const [kind, setKind] = useState<'LOST' | 'STOLEN'>('LOST')
  const [police, setPolice] = useState('')
  const [fault, setFault] = useState<'summary' | 'text' | 'police' | null>(null)
  const onSuccess = ({ requestRef }: Heard) => {
    toast(requestRef ? words.done[saying](requestRef) : words.noted)
    onClose()
  }
  const reportFault = useCommand(equipment.reportFault, { onSuccess })
  const askReturn = useCommand(equipment.askReturn, { onSuccess })
  const dispute = useCommand(equipment.dispute, { onSuccess })
  const reportMissing = useCommand(equipment.reportMissing, { onSuccess })
  const reportFound = useCommand(equipment.reportFound, { onSuccess })
  const command = {
    fault: reportFault,
    giveBack: askReturn,
    dispute,
    missing: reportMissing,
    found: reportFound,
  }[saying]
  const { title, send, label, isNeeded } = texts[saying]
  const said = text.trim()

  function missing() {
    if (saying === 'fault' && summary.trim() === '') return 'summary'
    if (isNeeded && said === '') return 'text'
    return saying === 'missing' && kind === 'STOLEN' && police.trim() === '' ? 'police' : null
  }
  function confirm() {
    const first = missing()
    setFault(first)
    if (first) return
    const params = { id: thing.id }
    switch (saying) {
      case 'fault':
        return reportFault.mutate({
          params,
          body: { summary: summary.trim(), ...(said && { description: said }) },
        })
      case 'giveBack':
        return askReturn.mutate({ params, body: { ...(said && { note: said }) } })
      case 'found':
        return reportFound.mutate({ params, body: { ...(said && { note: said }) } })
      case 'dispute':
        return dispute.mutate({ params, body: { reason: said } })
      case 'missing':
        return reportMissing.mutate({
          params,
          body: { subStatus: kind, report: said, ...(kind === 'STOLEN' && { policeNumber: police.trim() }) },
        })
    }
  }

  return (
    <Dialog
      opened
      title={title(thing.name)}
      confirmLabel={send}
      busy={command.isPending}
      problem={command.error}
      onClose={onClose}
      onConfirm={confirm}
    >
      {saying === 'fault' ? (
        <TextInput
          label={words.faultSummary}
          maxLength={200}
          value={summary}
          error={fault === 'summary' ? words.needed : (fieldProblem(command.error, 'summary') ?? null)}
          onChange={(event) => setSummary(event.currentTarget.value)}
        />
      ) : null}
      {saying === 'missing' ? (
        <SegmentedControl
          fullWidth
          aria-label={words.missingKind}
          data={[
            { value: 'LOST', label: words.lost },
            { value: 'STOLEN', label: words.stolen },
          ]}
          value={kind}
          onChange={(next) => setKind(next === 'STOLEN' ? 'STOLEN' : 'LOST')}
        />
      ) : null}
      <Textarea
        label={label}
        autosize
        minRows={3}
        maxLength={2000}
        value={text}
        error={fault === 'text' ? words.needed : null}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {saying === 'missing' && kind === 'STOLEN' ? (
        <TextInput
          label={words.police}
          maxLength={100}
          value={police}
          error={
            fault === 'police' ? words.policeNeeded : (fieldProblem(command.error, 'policeNumber') ?? null)
          }
          onChange={(event) => setPolice(event.currentTarget.value)}
        />
      ) : null}
    </Dialog>
  )
}
