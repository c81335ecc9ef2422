import type { RequestRow, ViewGrouping } from '@deskhand/contract'
import { Modal } from '@mantine/core'
import { dialogWords } from '../../ui/words.ts'
import { columnOf } from '../boardMoves.ts'
import type { BoardColumnData } from '../useBoardColumns.ts'
import { boardWords as words } from '../words.ts'
import classes from './MoveToDialog.module.css'

type MoveToDialogProps = {
  row: RequestRow
  by: ViewGrouping
  columns: readonly BoardColumnData[]
  whyNot: (value: string) => string | null
  onPick: (column: BoardColumnData) => void
  onClose: () => void
}

/** Dragging for the keyboard and for touch: the columns as a list, those that cannot be with the reason. */
export function MoveToDialog({ row, by, columns, whyNot, onPick, onClose }: MoveToDialogProps) {
  const others = columns.filter(({ value }) => value !== columnOf(by, row))
  const reasons = new Map(others.map(({ value }) => [value, whyNot(value)]))
  const first = others.find(({ value }) => reasons.get(value) === null)?.value
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.moveTitle(row.referenceNumber)}
      size={360}
      closeButtonProps={{ 'aria-label': dialogWords.close }}
    >
      <ul className={classes.columns}>
        {others.map((column) => {
          const reason = reasons.get(column.value) ?? null
          return (
            <li key={column.value}>
              <button
                type="button"
                className={classes.column}
                aria-disabled={reason !== null}
                data-autofocus={column.value === first || undefined}
                onClick={() => {
                  if (reason === null) onPick(column)
                }}
              >
                {column.label}
                {reason ? <span className={classes.reason}>{reason}</span> : null}
              </button>
            </li>
          )
        })}
      </ul>
    </Modal>
  )
}
