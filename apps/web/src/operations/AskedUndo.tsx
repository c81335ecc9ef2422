import type { Operation } from '@deskhand/contract'
import { askUndo } from './askedUndo.ts'
import { UndoQuestion } from './UndoQuestion.tsx'
import { useUndo } from './useUndo.tsx'

/** The question before a large undo, and what stands in its way. Drawn by the shell. */
export default function AskedUndo({ operation }: { operation: Operation | null }) {
  const { undo, dialog } = useUndo()
  return (
    <>
      {operation ? (
        <UndoQuestion
          operation={operation}
          onClose={() => askUndo(null)}
          onConfirm={() => {
            askUndo(null)
            undo(operation.id, operation.total)
          }}
        />
      ) : null}
      {dialog}
    </>
  )
}
