import { merges, type Request, type RequestRow, requests } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand, useRead } from '../../api.ts'
import { useUndo } from '../../operations/useUndo.tsx'
import { glyphStateOf } from '../../requests/glyphState.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { mergeWords as words } from '../words.ts'
import classes from './MergeDialog.module.css'
import { MergePreview } from './MergePreview.tsx'

type MergeDialogProps = { request: Request; onClose: () => void }

/** Finds the duplicates of a request, shows the thread that results, and merges them into it. */
export default function MergeDialog({ request, onClose }: MergeDialogProps) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<readonly RequestRow[]>([])
  const { mutateAsync, isPending, error } = useCommand(merges.merge)
  const { undo, dialog } = useUndo()
  const found = useRead(
    requests.list,
    {
      query: {
        serviceDeskId: request.serviceDeskId,
        state: 'open',
        limit: 8,
        ...(text.trim() ? { q: text.trim() } : { requester: request.requesterId }),
      },
    },
    { keepPrevious: true },
  )
  const offered = (found.data?.data ?? []).filter(
    ({ id }) => id !== request.id && !chosen.some((one) => one.id === id),
  )
  const preview = useRead(
    merges.preview,
    {
      params: { id: request.id },
      query: { requestIds: chosen.map(({ id }) => id).join(',') },
    },
    { enabled: chosen.length > 0, keepPrevious: true },
  )
  const refusal = preview.data?.requests.find((one) => one.refusal)?.refusal ?? null

  async function confirm() {
    const merged = await mutateAsync({
      params: { id: request.id },
      body: { requestIds: chosen.map(({ id }) => id) },
    }).catch(() => null)
    if (!merged) return
    const refs = merged.requests.map(({ referenceNumber }) => referenceNumber)
    const said = refs.length === 1 ? words.done : words.doneMany
    toast(said(refs.join(', '), request.referenceNumber), {
      undo: () => undo(merged.operationId, refs.length),
    })
    onClose()
  }

  return (
    <>
      <Dialog
        opened
        width={640}
        title={words.title(request.referenceNumber)}
        confirmLabel={words.confirm(Math.max(1, chosen.length))}
        disabledReason={chosen.length === 0 ? words.nothing : refusal}
        busy={isPending}
        problem={error}
        onClose={onClose}
        onConfirm={() => void confirm()}
      >
        <SearchField label={words.find} value={text} onChange={setText} />
        <ul className={classes.rows} aria-label={words.find}>
          {chosen.map((row) => (
            <Row
              key={row.id}
              row={row}
              isChosen
              onPress={() => setChosen(chosen.filter(({ id }) => id !== row.id))}
            />
          ))}
          {offered.map((row) => (
            <Row key={row.id} row={row} isChosen={false} onPress={() => setChosen([...chosen, row])} />
          ))}
        </ul>
        {found.data && offered.length + chosen.length === 0 ? (
          <p className={classes.quiet}>{words.none}</p>
        ) : null}
        {chosen.length > 0 && preview.data ? <MergePreview preview={preview.data} refusal={refusal} /> : null}
      </Dialog>
      {dialog}
    </>
  )
}

type RowProps = { row: RequestRow; isChosen: boolean; onPress: () => void }

function Row({ row, isChosen, onPress }: RowProps) {
  return (
    <li>
      <button type="button" className={classes.row} aria-pressed={isChosen} onClick={onPress}>
        <StatusGlyph state={glyphStateOf(row)} />
        <Tag reference={row.referenceNumber} size="compact" />
        <span className={classes.summary}>{row.summary}</span>
        <span className={classes.quiet}>{row.requester.name}</span>
      </button>
    </li>
  )
}
