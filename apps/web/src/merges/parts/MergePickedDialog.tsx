import { merges, type RequestRow } from '@deskhand/contract'
import { Radio } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../../api.ts'
import { useUndo } from '../../operations/useUndo.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { toast } from '../../ui/toast.tsx'
import { mergeWords as words } from '../words.ts'
import classes from './MergeDialog.module.css'
import { MergePreview } from './MergePreview.tsx'

type MergePickedDialogProps = { rows: readonly RequestRow[]; onClose: () => void; onDone: () => void }

/** Asks which of the picked goes on, shows the thread that results, and merges the others into it. */
export default function MergePickedDialog({ rows, onClose, onDone }: MergePickedDialogProps) {
  const oldestFirst = rows.toSorted((one, other) => one.createdAt.localeCompare(other.createdAt))
  const [targetId, setTargetId] = useState(oldestFirst[0]?.id ?? '')
  const target = rows.find(({ id }) => id === targetId)
  const requestIds = rows.map(({ id }) => id).filter((id) => id !== targetId)
  const { mutateAsync, isPending, error } = useCommand(merges.merge)
  const { undo, dialog } = useUndo()
  const params = { id: targetId }
  const preview = useRead(
    merges.preview,
    { params, query: { requestIds: requestIds.join(',') } },
    { enabled: requestIds.length > 0 },
  )
  const refusal = preview.data?.requests.find((one) => one.refusal)?.refusal ?? null

  async function confirm() {
    const merged = await mutateAsync({ params, body: { requestIds } }).catch(() => null)
    if (!merged || !target) return
    const refs = merged.requests.map(({ referenceNumber }) => referenceNumber)
    const said = refs.length === 1 ? words.done : words.doneMany
    toast(said(refs.join(', '), target.referenceNumber), {
      undo: () => undo(merged.operationId, refs.length),
    })
    onDone()
  }

  return (
    <>
      <Dialog
        opened
        width={640}
        title={words.pickedTitle(rows.length)}
        confirmLabel={target ? words.title(target.referenceNumber) : words.mergePicked}
        disabledReason={preview.data ? refusal : words.looking}
        busy={isPending}
        problem={error}
        onClose={onClose}
        onConfirm={() => void confirm()}
      >
        <Radio.Group label={words.target} value={targetId} onChange={setTargetId}>
          <div className={classes.choices}>
            {oldestFirst.map(({ id, referenceNumber, summary, requester }, at) => (
              <Radio
                key={id}
                value={id}
                label={`${referenceNumber} ${summary}`}
                description={at === 0 ? `${requester.name} · ${words.targetFirst}` : requester.name}
              />
            ))}
          </div>
        </Radio.Group>
        <ProblemNotice problem={preview.error} onRetry={() => void preview.refetch()} />
        {preview.data ? <MergePreview preview={preview.data} refusal={refusal} /> : null}
      </Dialog>
      {dialog}
    </>
  )
}
