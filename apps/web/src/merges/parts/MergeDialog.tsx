import { merges, type Request, type RequestRow, requests } from '@deskhand/contract'
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
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
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
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

  /** ↓ and ↑ go from the field through the rows and back. */
  function step(event: KeyboardEvent) {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0 || event.nativeEvent.isComposing) return
    event.preventDefault()
    const stops: (Element | null)[] = [field.current, ...(list.current?.querySelectorAll('button') ?? [])]
    const at = stops.indexOf(document.activeElement)
    const next = stops[Math.min(stops.length - 1, Math.max(0, at + by))]
    if (next instanceof HTMLElement) next.focus()
  }

  function press(event: MouseEvent, row: RequestRow) {
    setChosen(chosen.includes(row) ? chosen.filter((one) => one !== row) : [...chosen, row])
    // Picked by key: back to the field, where Enter confirms.
    if (event.detail === 0) field.current?.focus()
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
        <SearchField
          label={words.find}
          value={text}
          onChange={setText}
          inputRef={field}
          isFirst
          input={{ onKeyDown: step, autoComplete: 'off' }}
        />
        <ul ref={list} className={classes.rows} aria-label={words.find} onKeyDown={step}>
          {[...chosen, ...offered].map((row) => (
            <Row
              key={row.id}
              row={row}
              isChosen={chosen.includes(row)}
              onPress={(event) => press(event, row)}
            />
          ))}
        </ul>
        {found.data && !found.isPlaceholderData && offered.length + chosen.length === 0 ? (
          <p className={classes.quiet}>
            {text.trim() ? words.none : words.noneOfTheirs(request.requester.name)}
          </p>
        ) : null}
        {chosen.length > 0 && preview.data ? <MergePreview preview={preview.data} refusal={refusal} /> : null}
      </Dialog>
      {dialog}
    </>
  )
}

type RowProps = { row: RequestRow; isChosen: boolean; onPress: (event: MouseEvent) => void }

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
