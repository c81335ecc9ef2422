import { type Operation, operations } from '@deskhand/contract'
import { useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import classes from './ProgressRow.module.css'
import { operationWords as words } from './words.ts'

/** A long job: how far, how fast, how many need a look, and a way to stop it. */
export function ProgressRow({ operation }: { operation: Operation }) {
  const stop = useCommand(operations.cancel)
  const { id, total, changed, unchanged, refused, startedAt } = operation
  const done = changed + unchanged + refused
  const seconds = Math.max(1, (Date.now() - new Date(startedAt).getTime()) / 1000)
  return (
    <div className={classes.row}>
      <div className={classes.line}>
        <progress className={classes.bar} value={done} max={total} aria-label={operation.summary} />
        <Button size="small" busy={stop.isPending} onPress={() => stop.mutate({ params: { id } })}>
          {words.stop}
        </Button>
      </div>
      <p className={classes.words} role="status">
        {[
          words.progress(done, total),
          done > 0 ? words.rate(Math.round(done / seconds)) : null,
          refused > 0 ? words.look(refused) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className={classes.words}>{words.goesOn}</p>
    </div>
  )
}
