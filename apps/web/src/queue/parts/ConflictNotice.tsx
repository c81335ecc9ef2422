import { Button } from '../../ui/Button.tsx'
import { priorityWords, stateWords } from '../../ui/words.ts'
import { showConflict, useConflict } from '../conflict.ts'
import { conflictWords as words } from '../words.ts'
import classes from './ConflictNotice.module.css'

/** Somebody saved another value for the same field: theirs and mine side by side, and a choice. */
export function ConflictNotice({ reference }: { reference: string }) {
  const conflict = useConflict(reference)
  if (!conflict) return null
  const { assignee } = conflict.current
  const name = conflict.byId !== null && conflict.byId === assignee?.id ? assignee.name : null
  return (
    <section className={classes.notice} role="alert">
      <p className={classes.title}>{words.title(name)}</p>
      <dl className={classes.fields}>
        {conflict.fields.map(({ field, mine, theirs }) => (
          <div key={field} className={classes.field}>
            <dt>{words.fields[field] ?? field}</dt>
            <dd>
              <span className={classes.label}>{words.theirs}</span> {shownAs(theirs)}
            </dd>
            <dd>
              <span className={classes.label}>{words.mine}</span> {shownAs(mine)}
            </dd>
          </div>
        ))}
      </dl>
      <p className={classes.buttons}>
        <Button
          size="small"
          onPress={() => {
            showConflict(null)
            conflict.takeMine()
          }}
        >
          {words.useMine}
        </Button>
        <Button size="small" variant="primary" onPress={() => showConflict(null)}>
          {words.keepTheirs}
        </Button>
      </p>
    </section>
  )
}

function shownAs(value: unknown): string {
  if (value === null || value === '') return words.nothing
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : words.nothing
  if (typeof value === 'object') return String(Reflect.get(value, 'name') ?? '')
  const text = String(value)
  if (text in priorityWords) return priorityWords[text as keyof typeof priorityWords]
  if (text in stateWords) return stateWords[text as keyof typeof stateWords].technician
  return text
}
