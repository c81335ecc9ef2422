import { operations, type RequestRow } from '@deskhand/contract'
import { lazy, Suspense, useMemo, useState } from 'react'
import { address } from '../call.ts'
import { askUndo } from '../operations/askedUndo.ts'
import { ProgressRow } from '../operations/ProgressRow.tsx'
import { manyChanges, useUndo } from '../operations/useUndo.tsx'
import { operationWords } from '../operations/words.ts'
import { usePicking } from '../queue/picking.tsx'
import { Button } from '../ui/Button.tsx'
import { Pane, PaneSection, PaneStrip } from '../ui/Pane.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { toast } from '../ui/toast.tsx'
import { priorityWords, stateWords } from '../ui/words.ts'
import classes from './BulkPanel.module.css'
import { BulkFields } from './parts/BulkFields.tsx'
import { Refusals } from './parts/Refusals.tsx'
import { type Action, type Outcome, useBulk } from './useBulk.ts'
import { useEnded } from './useEnded.ts'
import { bulkWords as words } from './words.ts'

const MergePicked = lazy(() => import('../merges/MergePicked.tsx'))

/** In place of one request: what is picked has in common, what to change, and what would become of it. */
export default function BulkPanel({ onLeave }: { onLeave: () => void }) {
  const { rows, filter, clear } = usePicking()
  const [action, setAction] = useState<Action>({})
  const bulk = useBulk()
  const { undo, dialog } = useUndo()
  const { preview, begun, operation, isBusy, ask, reset } = bulk
  const picked = useMemo(() => [...rows.values()], [rows])
  const chosen = filter ? { filter } : { requestIds: picked.map(({ id }) => id) }
  const hasAction = Object.keys(action).length > 0

  async function run() {
    await ask(chosen, action, false)
  }
  const ended = begun && operation && operation.state !== 'RUNNING' ? operation : null
  useEnded(ended?.id ?? null, () => {
    if (!ended || ended.changed === 0) return
    const { id, changed, refused } = ended
    toast(words.result(changed, refused), {
      undo: () => (changed < manyChanges ? undo(id, changed) : askUndo(ended)),
    })
  })

  const title = ended ? words.ended(ended, ended.undone !== null) : words.title(filter ? null : picked.length)

  return (
    <Pane
      kind="detail"
      label={title}
      head={
        <PaneStrip title={title}>
          <span className={classes.back}>
            <Button size="small" variant="quiet" onPress={onLeave}>
              {words.back}
            </Button>
          </span>
        </PaneStrip>
      }
    >
      <div className={classes.body}>
        {begun ? null : (
          <PaneSection title={words.common}>
            <PropertyList properties={commonOf(picked)} />
          </PaneSection>
        )}
        {begun ? (
          <PaneSection title={ended ? words.outcomeTitle : words.changes}>
            {operation && !ended ? <ProgressRow operation={operation} /> : null}
            {ended ? (
              <>
                <p className={classes.outcome} role="status">
                  {ended.undone ? words.undone : words.result(ended.changed, ended.refused)}
                </p>
                <Refusals results={begun.results} operationId={ended.refused > 0 ? ended.id : null} />
                <p className={classes.actions}>
                  <a href={address(operations.download, { params: { id: ended.id } })} download>
                    {operationWords.download}
                  </a>
                  <Button variant="primary" onPress={clear}>
                    {words.done}
                  </Button>
                </p>
              </>
            ) : null}
          </PaneSection>
        ) : (
          <PaneSection title={words.changes}>
            <form
              className={classes.form}
              onSubmit={(event) => {
                event.preventDefault()
                void (preview ? run() : ask(chosen, action, true))
              }}
            >
              <BulkFields
                rows={picked}
                action={action}
                onChange={(next) => {
                  setAction(next)
                  reset()
                }}
              />
              <ProblemNotice problem={bulk.problem} />
              {preview ? <Preview preview={preview} /> : null}
              <p className={classes.actions}>
                <Button
                  type="submit"
                  busy={isBusy}
                  variant={preview ? 'secondary' : 'primary'}
                  disabledReason={hasAction ? null : words.noFields}
                  {...(preview && { onPress: () => void ask(chosen, action, true) })}
                >
                  {words.preview}
                </Button>
                {preview ? (
                  <Button
                    variant="primary"
                    busy={isBusy}
                    disabledReason={preview.changed > 0 ? null : words.nothingToDo}
                    onPress={() => void run()}
                  >
                    {words.confirm(preview.changed)}
                  </Button>
                ) : null}
              </p>
            </form>
          </PaneSection>
        )}
        {begun ? null : (
          <PaneSection title={words.same}>
            <p>{words.sameAbout}</p>
            <p className={classes.actions}>
              <Suspense>
                <MergePicked rows={picked} isFilter={filter !== null} onDone={clear} />
              </Suspense>
            </p>
          </PaneSection>
        )}
      </div>
      {dialog}
    </Pane>
  )
}

function Preview({ preview }: { preview: Outcome }) {
  const { changed, refused, unchanged, results } = preview
  return (
    <div className={classes.preview} role="status">
      <p className={classes.outcome}>{words.outcome(changed, refused, unchanged)}</p>
      <Refusals results={results} operationId={null} />
    </div>
  )
}

const commonOf = (rows: readonly RequestRow[]) => {
  const common = (of: (row: RequestRow) => string | null) => {
    const values = new Set(rows.map((row) => of(row) ?? words.none))
    return values.size === 1 ? [...values][0] : words.various
  }
  return [
    { label: words.status, value: common(({ status }) => stateWords[status].technician) },
    { label: words.priority, value: common(({ priority }) => priorityWords[priority]) },
    { label: words.assignee, value: common(({ assignee }) => assignee?.name ?? null) },
    { label: words.team, value: common(({ assignedTeam }) => assignedTeam) },
    { label: words.desk, value: common(({ deskCode }) => deskCode) },
  ]
}
