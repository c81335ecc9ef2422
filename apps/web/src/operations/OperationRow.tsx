import { type Operation, operations } from '@deskhand/contract'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { address } from '../call.ts'
import classes from '../desks/Desks.module.css'
import { Button } from '../ui/Button.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import { ProgressRow } from './ProgressRow.tsx'
import undoClasses from './useUndo.module.css'
import { operationWords as words } from './words.ts'

type OperationRowProps = { operation: Operation; onUndo: (operation: Operation) => void }

/** One deed: who, when, how many, and what one can do about it. */
export function OperationRow({ operation, onUndo }: OperationRowProps) {
  const { id, summary, state, changed, unchanged, refused, undone } = operation
  const [isOpen, setOpen] = useState(false)
  const facts = [
    words.states[state],
    words.changed(changed),
    unchanged > 0 ? words.unchanged(unchanged) : null,
    refused > 0 ? words.refusals(refused) : null,
    undone ? words.undoneBy(undone.byName) : null,
  ]
  return (
    <li className={classes.row}>
      <div>
        <p className={classes.name}>{summary}</p>
        <p className={classes.about}>
          <TimeText at={operation.startedAt} /> {words.byWhom(operation.startedByName)} ·{' '}
          {facts.filter(Boolean).join(' · ')}
        </p>
        {state === 'RUNNING' ? <ProgressRow operation={operation} /> : null}
        {isOpen ? <Reasons id={id} /> : null}
      </div>
      <div className={classes.buttons}>
        {refused > 0 ? (
          <Button size="small" label={words.whyNamed(summary)} onPress={() => setOpen(!isOpen)}>
            {isOpen ? words.hide : words.why}
          </Button>
        ) : null}
        <a
          href={address(operations.download, { params: { id } })}
          aria-label={words.downloadNamed(summary)}
          download
        >
          {words.download}
        </a>
        {operation.undoableUntil ? (
          <Button size="small" label={words.undoNamed(summary)} onPress={() => onUndo(operation)}>
            {words.undo}
          </Button>
        ) : null}
      </div>
    </li>
  )
}

/** The first refusals with their reasons; the table has all of them. */
function Reasons({ id }: { id: string }) {
  const { data } = useRead(operations.results, { params: { id }, query: { outcome: 'refused', limit: 20 } })
  return (
    <ul className={undoClasses.conflicts}>
      {(data?.data ?? []).map(({ subjectId, subjectRef, detail }) => (
        <li key={subjectId}>
          <b>{subjectRef}</b> {detail}
        </li>
      ))}
    </ul>
  )
}
