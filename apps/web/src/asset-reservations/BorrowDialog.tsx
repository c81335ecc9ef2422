import { assetReservations, type Loanable } from '@deskhand/contract'
import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { useUndo } from '../operations/useUndo.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { FreeCalendar } from './FreeCalendar.tsx'
import { FreeText, momentsOf, noPeriod, PeriodFields, type Wish } from './PeriodFields.tsx'
import classes from './Reservations.module.css'
import { reservationWords, borrowWords as words } from './words.ts'

const keyOf = ({ modelId, categoryId }: Loanable) => modelId ?? categoryId ?? ''
const wishOf = ({ modelId, categoryId }: Loanable): Wish =>
  modelId ? { modelId } : { categoryId: categoryId ?? '' }

/** An employee asks for one of what is lent to everybody. */
export default function BorrowDialog({ onClose }: { onClose: () => void }) {
  const [key, setKey] = useState<string | null>(null)
  const [period, setPeriod] = useState(noPeriod)
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const { data } = useRead(assetReservations.catalogue, {})
  const { undo, dialog } = useUndo()
  const create = useCommand(assetReservations.create)
  const chosen = data?.data.find((one) => keyOf(one) === key)
  const moments = momentsOf(period)

  async function confirm() {
    setTried(true)
    if (!chosen || !moments) return
    const body = { ...wishOf(chosen), ...moments, ...(note.trim() && { note: note.trim() }) }
    const made = await create.mutateAsync({ body }).catch(() => null)
    if (!made) return
    toast(words.asked(made.name), { undo: () => undo(made.operationId, 1) })
    onClose()
  }
  return (
    <>
      <Dialog
        opened
        title={words.title}
        confirmLabel={words.ask}
        busy={create.isPending}
        problem={create.error}
        width={520}
        disabledReason={data?.data.length === 0 ? words.none : null}
        onClose={onClose}
        onConfirm={() => void confirm()}
      >
        <p className={classes.about}>{data?.data.length === 0 ? words.noneAbout : words.about}</p>
        <Select
          searchable
          label={words.what}
          data={(data?.data ?? []).map((one) => ({
            value: keyOf(one),
            label: `${one.name} · ${words.free(one.freeCount, one.thingCount)}`,
          }))}
          value={key}
          error={isTried && !chosen ? reservationWords.needsWhat : null}
          onChange={setKey}
        />
        {chosen ? <FreeCalendar key={key} wish={wishOf(chosen)} value={period} onChange={setPeriod} /> : null}
        <PeriodFields
          value={period}
          onChange={setPeriod}
          errors={{
            start:
              (isTried && !moments ? reservationWords.needsPeriod : null) ??
              fieldProblem(create.error, 'startsAt'),
            end: fieldProblem(create.error, 'endsAt'),
          }}
        />
        <FreeText wish={chosen ? wishOf(chosen) : null} period={period} />
        <Textarea
          label={reservationWords.note}
          autosize
          minRows={1}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Dialog>
      {dialog}
    </>
  )
}
