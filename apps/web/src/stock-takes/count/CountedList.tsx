import type { StockTakeSheet } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Condition, ConditionField } from '../../custody/ConditionField.tsx'
import { Button } from '../../ui/Button.tsx'
import { FilePicker } from '../../ui/FilePicker.tsx'
import { Form } from '../../ui/Form.tsx'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { countWords as words } from '../words.ts'
import classes from './Count.module.css'
import type { WaitingScan } from './store.ts'
import type { CountedLine, Told } from './useCounting.ts'

type CountedListProps = {
  lines: readonly CountedLine[]
  sheet: StockTakeSheet
  onTell: (scan: WaitingScan, more: Told) => Promise<string | null>
}

/** What was read on this visit, the last first; more can be said of the last. */
export function CountedList({ lines, sheet, onTell }: CountedListProps) {
  const last = lines.at(-1)
  return (
    <section>
      <SectionTitle>{words.lastTitle}</SectionTitle>
      {last ? null : <p className={classes.quiet}>{words.nothingYet}</p>}
      <ul className={classes.list} aria-label={words.lastTitle} aria-live="polite">
        {lines.toReversed().map((line) => (
          <li key={line.scan.clientScanId} className={classes.row}>
            <span>
              <b>{line.sent?.assetTag ?? line.scan.code}</b> {nameOf(line, sheet)}
              <span className={classes.fine}>{outcomeOf(line, sheet)}</span>
            </span>
          </li>
        ))}
      </ul>
      {last ? <More key={last.scan.clientScanId} onTell={(more) => onTell(last.scan, more)} /> : null}
    </section>
  )
}

const itemOf = ({ scan: { code } }: CountedLine, { items }: StockTakeSheet) =>
  items.find(
    ({ assetTag, serialNumber }) => assetTag.toUpperCase() === code || serialNumber?.toUpperCase() === code,
  )

const about = ({ name, size, type }: File) => ({ name, size, type })

const nameOf = (line: CountedLine, sheet: StockTakeSheet) => line.sent?.name ?? itemOf(line, sheet)?.name

function outcomeOf(line: CountedLine, sheet: StockTakeSheet): string {
  if (line.sent) return words.outcomes[line.sent.outcome]
  if (sheet.isBlind) return words.waiting
  return `${itemOf(line, sheet) ? words.onList : words.notOnList} · ${words.waiting}`
}

/** What the server makes small pictures of; a phone turns its own kind into one of them. */
const pictures = 'image/jpeg,image/png,image/webp,image/gif'

function More({ onTell }: { onTell: (more: Told) => Promise<string | null> }) {
  const [condition, setCondition] = useState<Condition | null>(null)
  const [note, setNote] = useState('')
  const [photo, setPhoto] = useState<File | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  return (
    <details className={classes.more}>
      <summary>{words.condition}</summary>
      <Form
        className={classes.page}
        onSubmit={() => {
          if (!condition && !note.trim() && !photo) return
          void onTell({
            ...(condition && { condition }),
            ...(note.trim() && { note: note.trim() }),
            ...(photo && { photo }),
          }).then(setFault)
        }}
      >
        <ConditionField value={condition} onChange={setCondition} />
        <TextInput
          label={words.note}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <FilePicker
          isOne
          label={words.photo}
          help={words.photoHelp}
          accept={pictures}
          files={photo ? [{ ...about(photo), id: 'photo', state: 'waiting', progress: 0 }] : []}
          onAdd={([first]) => {
            setPhoto(first ?? null)
            setFault(null)
          }}
          onRemove={() => setPhoto(null)}
          onRetry={() => undefined}
        />
        {fault ? <p role="alert">{fault}</p> : null}
        <Button type="submit">{words.keepNote}</Button>
      </Form>
    </details>
  )
}
