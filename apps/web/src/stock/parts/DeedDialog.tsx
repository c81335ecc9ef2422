import { type StockItemWhole, stock } from '@deskhand/contract'
import { NumberInput, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { type Picked, PlacePicker, type Target, TargetField } from '../../custody/TargetField.tsx'
import { useUndo } from '../../operations/useUndo.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import { so, stockWords as words } from '../words.ts'

export type DeedKind = keyof typeof words.deeds
type DeedDialogProps = { item: StockItemWhole; deed: DeedKind; onClose: () => void }

/** One movement of an item: how many, from where, to where. */
export function DeedDialog({ item, deed, onClose }: DeedDialogProps) {
  const stocked = item.levels.filter(({ quantity }) => quantity > 0)
  const first = deed === 'RECEIVE' ? item.levels[0] : (stocked[0] ?? item.levels[0])
  const [place, setPlace] = useState<Picked | null>(
    first ? { id: first.locationId, name: first.locationName } : null,
  )
  const [to, setTo] = useState<Picked | null>(null)
  const [target, setTarget] = useState<Target>({ kind: 'person', picked: null })
  const [holder, setHolder] = useState<string | null>(null)
  const [quantity, setQuantity] = useState<number | string>(deed === 'ADJUST' ? '' : 1)
  const [note, setNote] = useState('')
  const [fault, setFault] = useState<{
    field: 'place' | 'to' | 'holder' | 'quantity'
    message: string
  } | null>(null)
  const { undo, dialog } = useUndo()
  const move = useCommand(stock.move)
  const transfer = useCommand(stock.transfer)
  const act = deed === 'TRANSFER' ? transfer : move
  const problem = act.error
  const there = item.levels.find(({ locationId }) => locationId === place?.id)?.quantity ?? 0
  const faultOf = (field: string) => (fault?.field === field ? fault.message : null)

  function send() {
    const params = { id: item.id }
    const said = note.trim() ? { note: note.trim() } : {}
    const many = Number(quantity)
    if (!place) return setFault({ field: 'place', message: words.choose })
    const at = { locationId: place.id, quantity: many }
    setFault(null)
    switch (deed) {
      case 'RECEIVE':
        return move.mutateAsync({ params, body: { type: deed, ...at, ...said } })
      case 'ISSUE': {
        const { picked, kind } = target
        if (!picked) return setFault({ field: 'holder', message: words.chooseHolder })
        const whom = kind === 'person' ? { personId: picked.id } : { assetId: picked.id }
        return move.mutateAsync({ params, body: { type: deed, ...at, ...whom, ...said } })
      }
      case 'RETURN': {
        const from = item.holders.find(({ personId, assetId }) => (personId ?? assetId) === holder)
        if (!from) return setFault({ field: 'holder', message: words.chooseHolder })
        const whom = from.personId ? { personId: from.personId } : { assetId: from.assetId ?? '' }
        return move.mutateAsync({ params, body: { type: deed, ...at, ...whom, ...said } })
      }
      case 'TRANSFER':
        if (!to) return setFault({ field: 'to', message: words.choose })
        return transfer.mutateAsync({
          params,
          body: { fromLocationId: place.id, toLocationId: to.id, quantity: many, ...said },
        })
      case 'ADJUST':
        if (many === there || quantity === '')
          return setFault({ field: 'quantity', message: words.unchanged })
        return move.mutateAsync({
          params,
          body: { type: deed, locationId: place.id, change: many - there, reason: note.trim() },
        })
    }
  }

  async function confirm() {
    const moved = await send()?.catch(() => null)
    if (!moved) return
    toast(words.done[deed](so(moved.movement.quantity, item.name)), {
      undo: () => undo(moved.operationId, 1),
    })
    onClose()
  }

  return (
    <>
      <Dialog
        opened
        title={words.deedTitles[deed](item.name)}
        confirmLabel={words.deeds[deed]}
        busy={act.isPending}
        problem={problem}
        onClose={onClose}
        onConfirm={() => void confirm()}
      >
        {deed === 'ISSUE' ? (
          <TargetField
            kinds={['person', 'thing']}
            value={target}
            onChange={setTarget}
            error={
              faultOf('holder') ??
              fieldProblem(problem, 'personId') ??
              fieldProblem(problem, 'assetId') ??
              null
            }
          />
        ) : null}
        {deed === 'RETURN' ? (
          <Select
            searchable
            label={words.back}
            data={item.holders.map(({ personId, assetId, name, quantity: has }) => ({
              value: personId ?? assetId ?? '',
              label: `${name} (${has})`,
            }))}
            value={holder}
            error={
              faultOf('holder') ??
              fieldProblem(problem, 'personId') ??
              fieldProblem(problem, 'assetId') ??
              null
            }
            onChange={setHolder}
          />
        ) : null}
        <NumberInput
          required
          allowDecimal={false}
          min={deed === 'ADJUST' ? 0 : 1}
          max={1_000_000}
          label={deed === 'ADJUST' ? words.counted : words.quantity}
          description={deed === 'ADJUST' ? words.countedAbout(there) : null}
          value={quantity}
          error={
            faultOf('quantity') ??
            fieldProblem(problem, 'quantity') ??
            fieldProblem(problem, 'change') ??
            null
          }
          onChange={setQuantity}
        />
        <PlacePicker
          label={
            deed === 'RECEIVE' || deed === 'RETURN' ? words.into : deed === 'ADJUST' ? words.at : words.from
          }
          value={place}
          error={
            faultOf('place') ?? fieldProblem(problem, 'locationId') ?? fieldProblem(problem, 'fromLocationId')
          }
          onChange={setPlace}
        />
        {deed === 'TRANSFER' ? (
          <PlacePicker
            label={words.to}
            value={to}
            error={faultOf('to') ?? fieldProblem(problem, 'toLocationId')}
            onChange={setTo}
          />
        ) : null}
        <Textarea
          autosize
          required={deed === 'ADJUST'}
          label={deed === 'ADJUST' ? words.reason : deed === 'RECEIVE' ? words.delivery : words.note}
          maxLength={1000}
          value={note}
          error={fieldProblem(problem, 'reason') ?? fieldProblem(problem, 'note') ?? null}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Dialog>
      {dialog}
    </>
  )
}
