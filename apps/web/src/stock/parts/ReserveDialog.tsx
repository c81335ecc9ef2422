import { type Request, stock } from '@deskhand/contract'
import { NumberInput, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useCommand, usePages, useRead } from '../../api.ts'
import { type Picked, PlacePicker } from '../../custody/TargetField.tsx'
import { useUndo } from '../../operations/useUndo.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import { so, stockWords as words } from '../words.ts'

/** Which part a request needs: it is put aside, or the request waits until it is received. */
export default function ReserveDialog({ request, onClose }: { request: Request; onClose: () => void }) {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 150)
  const [item, setItem] = useState<Picked | null>(null)
  const [place, setPlace] = useState<Picked | null>(null)
  const [quantity, setQuantity] = useState<number | string>(1)
  const [isMissing, setMissing] = useState(false)
  const query = asked && asked !== item?.name ? { text: asked, limit: 20 } : { limit: 20 }
  const found = usePages(stock.list, { query }, { keepPrevious: true })
  const whole = useRead(stock.get, { params: { id: item?.id ?? '' } }, { enabled: item !== null })
  const reserve = useCommand(stock.reserve)
  const { undo, dialog } = useUndo()
  const levels = whole.data?.id === item?.id ? (whole.data?.levels ?? []) : []
  const likeliest = levels.toSorted((one, other) => other.quantity - one.quantity)[0]
  const at = place ?? (likeliest ? { id: likeliest.locationId, name: likeliest.locationName } : null)
  const known = item && !found.items.some(({ id }) => id === item.id) ? [item] : []

  async function confirm() {
    setMissing(!item || !at)
    if (!item || !at) return
    const body = { requestId: request.id, locationId: at.id, quantity: Number(quantity) }
    const done = await reserve.mutateAsync({ params: { id: item.id }, body }).catch(() => null)
    if (!done) return
    const said = done.reservation.state === 'READY' ? words.reservedNow : words.waitsNow
    toast(said(so(done.reservation.quantity, item.name)), { undo: () => undo(done.operationId, 1) })
    onClose()
  }

  return (
    <>
      <Dialog
        opened
        title={words.needsPartTitle(request.referenceNumber)}
        confirmLabel={words.reserve}
        busy={reserve.isPending}
        problem={reserve.error}
        onClose={onClose}
        onConfirm={() => void confirm()}
      >
        <Select
          data-autofocus
          searchable
          label={words.item}
          description={words.reserveAbout}
          data={[
            ...known.map(({ id, name }) => ({ value: id, label: name })),
            ...found.items.map(({ id, name, inStock }) => ({ value: id, label: `${name} (${inStock})` })),
          ]}
          filter={({ options }) => options}
          value={item?.id ?? null}
          searchValue={text}
          onSearchChange={setText}
          error={isMissing && !item ? words.chooseItem : null}
          onChange={(id) => {
            const row = found.items.find((one) => one.id === id)
            setItem(row ? { id: row.id, name: row.name } : null)
            setPlace(null)
          }}
        />
        <NumberInput
          required
          allowDecimal={false}
          min={1}
          max={1_000_000}
          label={words.quantity}
          value={quantity}
          error={fieldProblem(reserve.error, 'quantity') ?? null}
          onChange={setQuantity}
        />
        <PlacePicker
          label={words.at}
          value={at}
          error={isMissing && !at ? words.choose : fieldProblem(reserve.error, 'locationId')}
          onChange={setPlace}
        />
      </Dialog>
      {dialog}
    </>
  )
}
