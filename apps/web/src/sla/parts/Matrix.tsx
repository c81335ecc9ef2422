import { TextInput } from '@mantine/core'
import { priorityWords } from '../../ui/words.ts'
import { readDuration } from '../durationText.ts'
import { policyWords as words } from '../policyWords.ts'
import classes from '../SlaPage.module.css'
import { priorityOrder } from '../words.ts'
import type { Cells } from './policyDraft.ts'

const columns = ['firstResponse', 'nextResponse', 'resolution'] as const

type MatrixProps = {
  cells: Cells
  /** What the server said about them. */
  said: string | null
  onChange: (cells: Cells) => void
}

/** Priority × target, in words of time. */
export function Matrix({ cells, said, onChange }: MatrixProps) {
  return (
    <div className={classes.scroll}>
      <table className={classes.matrix}>
        <thead>
          <tr>
            <td />
            {columns.map((target) => (
              <th key={target} scope="col">
                {words.columns[target]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {priorityOrder.map((priority) => (
            <tr key={priority}>
              <th scope="row">{priorityWords[priority]}</th>
              {columns.map((target) => {
                const key = `${priority} ${target}`
                const value = cells[key] ?? ''
                return (
                  <td key={target}>
                    <TextInput
                      aria-label={words.cell(priorityWords[priority], words.columns[target])}
                      placeholder="—"
                      value={value}
                      error={readDuration(value) === undefined ? words.unreadable : null}
                      onChange={(event) => onChange({ ...cells, [key]: event.currentTarget.value })}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {said ? <p role="alert">{said}</p> : null}
    </div>
  )
}
