import { type Import, operations } from '@deskhand/contract'
import { useCommand } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import classes from '../Imports.module.css'
import { importWords as words } from '../words.ts'

/** How far the check or the import is. */
export function Progress({ list: { state, doneRows, rowCount, operationId } }: { list: Import }) {
  const stop = useCommand(operations.cancel)
  const isRun = state === 'IMPORTING'
  const label = isRun ? words.runningLabel : words.checkingLabel
  return (
    <div className={classes.part}>
      {rowCount === null ? (
        <progress className={classes.bar} aria-label={label} />
      ) : (
        <progress className={classes.bar} aria-label={label} value={doneRows} max={Math.max(1, rowCount)} />
      )}
      <p role="status">
        {isRun && rowCount !== null ? words.running(doneRows, rowCount) : words.checking(doneRows)}
      </p>
      <p className={classes.about}>{words.goesOn}</p>
      {isRun && operationId ? (
        <div>
          <Button
            size="small"
            busy={stop.isPending}
            onPress={() => stop.mutate({ params: { id: operationId } })}
          >
            {words.stop}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
