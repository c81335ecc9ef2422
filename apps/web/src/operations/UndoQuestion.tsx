import { type Operation, type OperationResult, operations, undoWindow } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { fieldName, valueWords } from '../audit/values.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import classes from './useUndo.module.css'
import { operationWords as words } from './words.ts'

type UndoQuestionProps = { operation: Operation; onClose: () => void; onConfirm: () => void }

/** Before an undo that changes much: how many records, and what each gets back. */
export function UndoQuestion({ operation, onClose, onConfirm }: UndoQuestionProps) {
  const { id, changed, summary } = operation
  const { data, error, isPending } = useRead(operations.results, {
    params: { id },
    query: { outcome: 'changed', limit: 5 },
  })
  const shown = data?.data ?? []
  const fields = [...new Set(shown.flatMap(({ changes }) => Object.keys(changes).map(fieldName)))]
  return (
    <Dialog
      opened
      title={words.undoTitle(changed)}
      confirmLabel={words.undoConfirm(changed)}
      onClose={onClose}
      onConfirm={onConfirm}
    >
      <p>{words.undoAbout(summary)}</p>
      <ProblemNotice problem={error} />
      {isPending ? <SkeletonRows rows={3} /> : null}
      {fields.length > 0 ? <p>{words.comesBack(fields)}</p> : null}
      <ul className={classes.conflicts}>
        {shown.map((result) => (
          <li key={result.subjectId}>
            <b>{result.subjectRef}</b> {before(result)}
          </li>
        ))}
        {changed > shown.length && shown.length > 0 ? <li>{words.andMore(changed - shown.length)}</li> : null}
      </ul>
      <p>{words.undoRules(undoWindow.hours)}</p>
    </Dialog>
  )
}

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-/

/** "Priority: Medium, Assignee": with the value that comes back where it can be read without looking names up. */
const before = ({ changes }: OperationResult) =>
  Object.entries(changes)
    .map(([field, [old]]) => {
      if (old === null || old === '') return `${fieldName(field)}: ${words.nothing}`
      if (typeof old === 'object' || id.test(String(old))) return fieldName(field)
      return `${fieldName(field)}: ${valueWords(old, {}, new Date(), field)}`
    })
    .join(', ')
