import { custody, type HandedThing } from '@deskhand/contract'
import { SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { usePhotos } from '../asset-files/usePhotos.tsx'
import { useUndo } from '../operations/useUndo.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { AccessoriesField, type Counted, countedBody } from './AccessoriesField.tsx'
import { type Condition, ConditionField } from './ConditionField.tsx'
import classes from './Custody.module.css'
import { bodyOf, type Target, TargetField, targetKinds } from './TargetField.tsx'
import { custodyWords as words } from './words.ts'

export type HandOverThing = {
  id: string
  assetTag: string
  status: HandedThing['status']
  requiresAcceptance: boolean
}
type HandOverDialogProps = { thing: HandOverThing; mode: 'out' | 'move'; onClose: () => void }

/** Hands a thing to somebody, or moves it on: whom is the one question, all else may stay as it is. */
export default function HandOverDialog({ thing, mode, onClose }: HandOverDialogProps) {
  const { id, assetTag } = thing
  // What is in stock moves from place to place; to a person it is checked out.
  const kinds = mode === 'move' && thing.status === 'IN_STOCK' ? (['place'] as const) : targetKinds
  const [target, setTarget] = useState<Target>({ kind: kinds[0] ?? 'person', picked: null })
  const [day, setDay] = useState('')
  const [condition, setCondition] = useState<Condition | null>(null)
  const [note, setNote] = useState('')
  const [signs, setSigns] = useState<'mail' | 'here'>('mail')
  const [fault, setFault] = useState<string | null>(null)
  const [accessories, setAccessories] = useState<Counted[]>([])
  const photos = usePhotos()
  const router = useRouter()
  const { undo, dialog } = useUndo()
  const out = useCommand(custody.checkOut)
  const move = useCommand(custody.transfer)
  const act = mode === 'out' ? out : move
  const takesAlong = mode === 'out' && target.kind === 'person'

  async function confirm() {
    const to = bodyOf(target)
    setFault(to ? null : words.missing[target.kind])
    if (!to) return
    const body = {
      ...to,
      ...(day && { dueAt: new Date(`${day}T18:00`).toISOString() }),
      ...(condition && { condition }),
      ...(note.trim() && { note: note.trim() }),
    }
    const along = takesAlong && accessories.length > 0 && { accessories: countedBody(accessories) }
    const params = { id }
    const handing =
      mode === 'out'
        ? out.mutateAsync({ params, body: { ...body, ...photos.said, ...along } })
        : move.mutateAsync({ params, body })
    const handed = await handing.catch(() => null)
    if (!handed) return
    const name = target.picked?.name ?? ''
    const said =
      mode === 'move'
        ? words.done.moved
        : handed.acceptanceId && signs === 'mail'
          ? words.done.asked
          : words.done.out
    toast(said(assetTag, name), { undo: () => undo(handed.operationId, 1) })
    onClose()
    if (handed.acceptanceId && signs === 'here') router.history.push(`/sign/${handed.acceptanceId}`)
  }

  const asks = thing.requiresAcceptance && target.kind === 'person'
  return (
    <>
      <Dialog
        opened
        title={mode === 'out' ? words.checkOutTitle(assetTag) : words.moveTitle(assetTag)}
        confirmLabel={mode === 'out' ? words.checkOut : words.move}
        busy={act.isPending}
        disabledReason={photos.reason}
        problem={act.error}
        onClose={onClose}
        onConfirm={() => void confirm()}
      >
        <TargetField
          kinds={kinds}
          value={target}
          onChange={setTarget}
          error={
            fault ??
            fieldProblem(act.error, 'personId') ??
            fieldProblem(act.error, 'locationId') ??
            fieldProblem(act.error, 'assetId') ??
            null
          }
        />
        {asks ? (
          <SegmentedControl
            fullWidth
            aria-label={words.signing}
            data={[
              { value: 'mail', label: words.signMail },
              { value: 'here', label: words.signHere },
            ]}
            value={signs}
            onChange={(next) => setSigns(next === 'here' ? 'here' : 'mail')}
          />
        ) : null}
        <details className={classes.more}>
          <summary>{words.more}</summary>
          <div className={classes.fields}>
            {kinds.length > 1 ? (
              <TextInput
                type="date"
                label={words.until}
                description={words.untilAbout}
                value={day}
                error={fieldProblem(act.error, 'dueAt') ?? null}
                onChange={(event) => setDay(event.currentTarget.value)}
              />
            ) : null}
            {takesAlong ? (
              <AccessoriesField thingId={id} value={accessories} onChange={setAccessories} />
            ) : null}
            <ConditionField value={condition} onChange={setCondition} />
            <Textarea
              label={words.note}
              autosize
              minRows={1}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            {mode === 'out' ? photos.field : null}
          </div>
        </details>
      </Dialog>
      {dialog}
    </>
  )
}
