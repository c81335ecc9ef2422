import { type Request, type TimeEntry, TimeKind, times } from '@deskhand/contract'
import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { rateOf, typedRate } from './rate.ts'
import { kindWords, timeWords as words } from './words.ts'

type TimeDialogProps = { request: Request; entry: TimeEntry | null; onClose: () => void }

const kinds = TimeKind.options.map((value) => ({ value, label: kindWords[value] }))
const currencies = ['EUR', 'GBP', 'USD', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'JPY']

/** Books time by hand, or corrects what was booked. */
export default function TimeDialog({ request, entry, onClose }: TimeDialogProps) {
  const [minutes, setMinutes] = useState<number | string>(
    entry?.seconds ? Math.max(1, Math.round(entry.seconds / 60)) : 15,
  )
  const [type, setType] = useState<TimeKind>(entry?.type ?? 'WORK')
  const [note, setNote] = useState(entry?.note ?? '')
  const [isBillable, setBillable] = useState(entry?.isBillable ?? false)
  const [typed, setTyped] = useState(typedRate(entry?.rate ?? null))
  const [currency, setCurrency] = useState(entry?.rate?.currency ?? 'EUR')
  const book = useCommand(times.book, { onSuccess: onClose })
  const correct = useCommand(times.correct, { onSuccess: onClose })
  const { error, isPending } = entry ? correct : book
  const said = (field: string) => fieldProblem(error, field) ?? null
  const rate = isBillable ? rateOf(typed, currency) : null

  function save() {
    if (rate === undefined) return
    const length = Number(minutes)
    const wasMinutes = entry?.seconds ? Math.max(1, Math.round(entry.seconds / 60)) : null
    const body = { type, note: note.trim() || null, isBillable, rate }
    const params = { id: request.id }
    if (!entry) book.mutate({ params, body: { ...body, minutes: length } })
    else {
      // Seconds stay as they were unless somebody says other minutes.
      const said = length === wasMinutes ? {} : { minutes: length }
      correct.mutate({ params: { ...params, entryId: entry.id }, body: { ...body, ...said } })
    }
  }
  const isNamed = ['minutes', 'note', 'rate'].some((field) => said(field))
  return (
    <Dialog
      opened
      onClose={onClose}
      title={entry ? words.correctTitle : words.bookTitle}
      confirmLabel={entry ? words.save : words.book}
      busy={isPending}
      problem={isNamed ? null : error}
      onConfirm={save}
    >
      <NumberInput
        data-autofocus
        label={words.field.minutes}
        min={1}
        max={1440}
        allowDecimal={false}
        value={minutes}
        error={said('minutes')}
        onChange={setMinutes}
      />
      <Select
        allowDeselect={false}
        label={words.field.type}
        data={kinds}
        value={type}
        onChange={(value) => setType(TimeKind.catch('WORK').parse(value))}
      />
      <Textarea
        autosize
        minRows={2}
        maxRows={6}
        label={words.field.note}
        value={note}
        error={said('note')}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Checkbox
        label={words.field.billable}
        checked={isBillable}
        onChange={(event) => setBillable(event.currentTarget.checked)}
      />
      {isBillable ? (
        <>
          <TextInput
            inputMode="decimal"
            label={words.field.rate}
            value={typed}
            error={rate === undefined ? words.badRate : said('rate')}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Select
            allowDeselect={false}
            label={words.field.currency}
            data={currencies.includes(currency) ? currencies : [currency, ...currencies]}
            value={currency}
            onChange={(value) => setCurrency(value ?? 'EUR')}
          />
        </>
      ) : null}
    </Dialog>
  )
}
