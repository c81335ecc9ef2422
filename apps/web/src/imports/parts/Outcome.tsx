import { type Import, operations } from '@deskhand/contract'
import { useRead } from '../../api.ts'
import { useUndo } from '../../operations/useUndo.tsx'
import { Button } from '../../ui/Button.tsx'
import classes from '../Imports.module.css'
import { importWords as words } from '../words.ts'
import { Counts } from './Counts.tsx'

/** What became of it, and a way back for a day. */
export function Outcome({ list }: { list: Import }) {
  const { undo, dialog } = useUndo()
  const { state, problem, operationId, undoableUntil, newCount, changedCount } = list
  return (
    <>
      {state === 'STOPPED' ? <p role="status">{problem ?? words.stopped}</p> : null}
      {list.undo ? <Undone undo={list.undo} /> : null}
      <Counts list={list} title={words.resultTitle} />
      <div className={classes.buttons}>
        {undoableUntil && operationId ? (
          <Button onPress={() => undo(operationId, newCount + changedCount)}>{words.undo}</Button>
        ) : null}
        <a href="/company/imports">{words.another}</a>
      </div>
      {dialog}
    </>
  )
}

function Undone({ undo }: { undo: NonNullable<Import['undo']> }) {
  const { operationId, state, total, changed, refused, byName } = undo
  if (state === 'RUNNING') {
    return (
      <div className={classes.part}>
        <progress
          className={classes.bar}
          aria-label={words.undoLabel}
          value={changed + refused}
          max={Math.max(1, total)}
        />
        <p role="status">{words.undoing(changed + refused, total)}</p>
      </div>
    )
  }
  return (
    <div className={classes.part}>
      <p role="status">{words.undoneBy(byName, changed, refused)}</p>
      {refused > 0 ? <Kept operationId={operationId} /> : null}
    </div>
  )
}

/** The first that stay, with their reasons. */
function Kept({ operationId }: { operationId: string }) {
  const { data } = useRead(operations.results, {
    params: { id: operationId },
    query: { outcome: 'refused', limit: 20 },
  })
  return (
    <section>
      <h2>{words.keptTitle}</h2>
      <ul className={classes.made}>
        {(data?.data ?? []).map(({ subjectId, subjectRef, detail }) => (
          <li key={subjectId}>
            <b>{subjectRef}</b> {detail}
          </li>
        ))}
      </ul>
    </section>
  )
}
