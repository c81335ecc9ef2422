import { bulkEdits } from '@deskhand/contract'
import { X } from 'lucide-react'
import { type Picking, usePicking } from '../../queue/picking.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { bulkWords as words } from '../words.ts'
import classes from './BulkBar.module.css'

type BulkBarProps = {
  /** What the list shows now. */
  filter: NonNullable<Picking['filter']>
  /** How many that are, where it is known. */
  total: number | null
  onChange: () => void
  /** Nothing stands beside the list that would change them. */
  isAlone?: boolean
}

/** Slides up at the foot of the list while something is picked. */
export function BulkBar({ filter, total, onChange, isAlone = false }: BulkBarProps) {
  const { rows, filter: all, set, clear } = usePicking()
  const fields = fieldsOf(filter)
  // A list of everything has no condition to change by.
  const hasCondition = Object.keys(fields).length > 0
  const mayHaveMore = total === null ? rows.size >= 2 : total > rows.size
  return (
    <section className={classes.bar} aria-label={words.region}>
      <p className={classes.count} role="status">
        {all ? words.allPicked(total) : words.picked(rows.size)}
      </p>
      {!all && hasCondition && mayHaveMore ? (
        <Button size="small" variant="quiet" onPress={() => set(rows, fields)}>
          {words.all(total)}
        </Button>
      ) : null}
      <span className={classes.end}>
        <span className={isAlone ? undefined : classes.change}>
          <Button size="small" variant="primary" onPress={onChange}>
            {words.change}
          </Button>
        </span>
        <IconButton label={words.clear} icon={<Icon of={X} />} onPress={clear} keys="Escape" />
      </span>
    </section>
  )
}

const known = bulkEdits.edit.body.shape.filter.unwrap().shape

/** The conditions alone: how the list is sorted and cut into pages is its own business. */
const fieldsOf = (filter: NonNullable<Picking['filter']>) =>
  Object.fromEntries(
    Object.entries(filter).filter(([name, value]) => name in known && value !== undefined && value !== ''),
  )
