import {
  LabelCode,
  LabelField,
  type LabelStock,
  LabelStockId,
  type LabelStockName,
  labelStocks,
  labels,
  labelsOn,
  usualLabelFields,
} from '@deskhand/contract'
import { Checkbox, NumberInput, SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { address } from '../call.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { isProblem, Refusal } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import classes from './Labels.module.css'
import { labelWords as words } from './words.ts'

/** A thing, or a place with its name. */
type Labelled = { id: string; assetTag: string } | { id: string; name: string }
type LabelsDialogProps = {
  rows: readonly Labelled[]
  /** Labels of places lead to asking there: a QR code, and what is written beside it is the place. */
  of?: 'things' | 'places'
  onClose: () => void
  onDone?: () => void
}
const nameOf = (row: Labelled) => ('assetTag' in row ? row.assetTag : row.name)

/** Labels of one or of many, with a look at the first before anything is printed. */
export default function LabelsDialog({ rows, of = 'things', onClose, onDone }: LabelsDialogProps) {
  const isOfThings = of === 'things'
  const [stock, setStock] = useState<LabelStockName>('L4736')
  const [code, setCode] = useState<LabelCode>('QR')
  const [fields, setFields] = useState<LabelField[]>(usualLabelFields)
  const [format, setFormat] = useState<'pdf' | 'zpl'>('pdf')
  const [startAt, setStartAt] = useState(1)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [first] = rows
  if (!first) return null
  const size: LabelStock = labelStocks[stock]
  const most = labelsOn(size)
  const params = { id: first.id }
  const beside = fields.length > 0 ? { fields: fields.join(',') } : {}
  const look = isOfThings
    ? address(labels.get, { params, query: { format: 'svg', stock, code, ...beside } })
    : address(labels.place, { params, query: { format: 'svg', stock } })

  async function make() {
    setBusy(true)
    setProblem(null)
    try {
      const ids = rows.map(({ id }) => id)
      const sheet = { stock, format, startAt: Math.min(startAt, most) }
      if (isOfThings) await download(address(labels.many), { ...sheet, assetIds: ids, code, fields })
      else await download(address(labels.places), { ...sheet, locationIds: ids })
      toast(words.done(rows.length))
      onDone?.()
      onClose()
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      opened
      title={
        isOfThings ? words.title(rows.length, nameOf(first)) : words.titleOfPlaces(rows.length, nameOf(first))
      }
      confirmLabel={words.make}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={() => void make()}
    >
      <div>
        <div className={classes.preview}>
          <img src={look} alt={words.preview(nameOf(first))} width={Math.min(400, size.width * 4)} />
        </div>
        <p className={classes.size}>{words.size(size.width, size.height)}</p>
      </div>
      <Select
        label={words.stock}
        allowDeselect={false}
        searchable
        openOnFocus={false}
        data={LabelStockId.options.map((value) => ({ value, label: labelStocks[value].name }))}
        value={stock}
        onChange={(next) => setStock(LabelStockId.options.find((one) => one === next) ?? stock)}
      />
      {isOfThings ? (
        <>
          <SegmentedControl
            fullWidth
            aria-label={words.code}
            data={LabelCode.options.map((value) => ({ value, label: words.codes[value] }))}
            value={code}
            onChange={(next) => setCode(LabelCode.options.find((one) => one === next) ?? code)}
          />
          <Checkbox.Group
            label={words.fields}
            value={fields}
            onChange={(next) => setFields(LabelField.options.filter((field) => next.includes(field)))}
          >
            {LabelField.options.map((field) => (
              <Checkbox key={field} value={field} label={words.fieldNames[field]} mt={8} />
            ))}
          </Checkbox.Group>
        </>
      ) : null}
      {size.sheet && format === 'pdf' ? (
        <NumberInput
          label={words.startAt}
          description={words.startAbout(most)}
          min={1}
          max={most}
          value={startAt}
          onChange={(next) => setStartAt(Math.max(1, Number(next) || 1))}
        />
      ) : null}
      <SegmentedControl
        fullWidth
        aria-label={words.format}
        data={[
          { value: 'pdf', label: words.pdf },
          { value: 'zpl', label: words.zpl },
        ]}
        value={format}
        onChange={(next) => setFormat(next === 'zpl' ? 'zpl' : 'pdf')}
      />
    </Dialog>
  )
}

/** Asks for the file and hands it to the browser; a refusal is thrown as by any other call. */
async function download(to: string, body: object): Promise<void> {
  const answer = await fetch(to, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-requested-with': 'deskhand',
    },
    body: JSON.stringify(body),
  })
  if (!answer.ok) {
    const said: unknown = await answer.json()
    throw isProblem(said) ? new Refusal(said) : new Error(answer.statusText)
  }
  const file = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = file
  link.download = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'labels'
  link.click()
  URL.revokeObjectURL(file)
}
