import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './classNames.ts'
import classes from './ViewBar.module.css'
import { listWords } from './words.ts'

/** The chips that say what a list shows. */
export function ViewBar({ children }: { children: ReactNode }) {
  return (
    <div className={classes.bar} data-strip>
      {children}
    </div>
  )
}

type FilterChipProps = {
  field: string
  operator: string
  value: string
  /** Pressing the value; left out where it cannot be changed. */
  onEdit?: () => void
  onRemove?: () => void
}

/** One filter: field, operator, value. */
export function FilterChip({ field, operator, value, onEdit, onRemove }: FilterChipProps) {
  const valueLook = classNames(classes.part, classes.value)
  return (
    <span className={classes.chip}>
      <span className={classes.part}>{field}</span>
      <span className={classes.part}>{operator}</span>
      {onEdit ? (
        <button type="button" className={valueLook} onClick={onEdit}>
          {value}
        </button>
      ) : (
        <span className={valueLook}>{value}</span>
      )}
      {onRemove ? (
        <button
          type="button"
          className={classes.part}
          aria-label={listWords.remove(`${field} ${operator} ${value}`)}
          onClick={onRemove}
        >
          <X size={12} strokeWidth={2} aria-hidden="true" />
        </button>
      ) : null}
    </span>
  )
}
