import type { StockTakeSheet } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Condition, ConditionField } from '../../custody/ConditionField.tsx'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { countWords as words } from '../words.ts'
import classes from './Count.module.css'
import type { WaitingScan } from './store.ts'
import type { CountedLine } from './useCounting.ts'

type CountedListProps = {
  lines: readonly CountedLine[]
  sheet: StockTakeSheet
  onTell: (scan: WaitingScan, more: Pick<WaitingScan, 'condition' | 'note'>) => Promise<void>
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

const nameOf = (line: CountedLine, sheet: StockTakeSheet) => line.sent?.name ?? itemOf(line, sheet)?.name

function outcomeOf(line: CountedLine, sheet: StockTakeSheet): string {
  if (line.sent) return words.outcomes[line.sent.outcome]
  if (sheet.isBlind) return words.waiting
  return `${itemOf(line, sheet) ? words.onList : words.notOnList} · ${words.waiting}`
}

function More({ onTell }: { onTell: (more: Pick<WaitingScan, 'condition' | 'note'>) => Promise<void> }) {
  const [condition, setCondition] = useState<Condition | null>(null)
  const [note, setNote] = useState('')
  return (
    <details className={classes.more}>
      <summary>{words.condition}</summary>
      <Form
        className={classes.page}
        onSubmit={() => {
          if (condition || note.trim())
            void onTell({ ...(condition && { condition }), ...(note.trim() && { note: note.trim() }) })
        }}
      >
        <ConditionField value={condition} onChange={setCondition} />
        <TextInput
          label={words.note}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button type="submit">{words.keepNote}</Button>
      </Form>
    </details>
  )
}
