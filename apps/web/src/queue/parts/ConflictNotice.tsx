import { Button } from '../../ui/Button.tsx'
import { priorityWords, stateWords } from '../../ui/words.ts'
import { type Found, showConflict, useConflict } from '../conflict.ts'
import { conflictWords as words } from '../words.ts'
import classes from './ConflictNotice.module.css'

/** Somebody saved another value for the same field: theirs and mine side by side, and a choice. */
export function ConflictNotice({ reference }: { reference: string }) {
  const conflict = useConflict(reference)
  if (!conflict) return null
  return (
    <section className={classes.notice} role="alert">
      <p className={classes.title}>{words.title(nameIn(conflict))}</p>
      <Both
        fields={conflict.fields.map(({ field, mine, theirs }) => ({
          label: words.fields[field] ?? field,
          theirs: shownAs(theirs),
          mine: shownAs(mine),
        }))}
      />
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

/** One thing that somebody else changed; `mine` only where there is a value to set beside theirs. */
type Line = { label: string; theirs: string | null; mine?: string | null }

type ChangedProps = {
  fields: readonly Line[]
  by?: string | null
  /** Where there is a value of one's own to let go of. */
  onTakeTheirs?: () => void
}

/** In a dialog, whose own buttons are the choice: what somebody else changed since it opened. */
export function ChangedMeanwhile({ fields, by = null, onTakeTheirs }: ChangedProps) {
  if (fields.length === 0) return null
  return (
    <section className={classes.notice} role="alert">
      <p className={classes.title}>{words.title(by)}</p>
      <Both fields={fields} />
      <p className={classes.hint}>{words.confirmAgain}</p>
      {onTakeTheirs ? (
        <p className={classes.buttons}>
          <Button size="small" onPress={onTakeTheirs}>
            {words.takeTheirs}
          </Button>
        </p>
      ) : null}
    </section>
  )
}

/** The same of a request that is to be moved or put to sleep, where there is nothing to set beside it. */
export function RequestChanged({ found }: { found: Found | null }) {
  return found ? (
    <ChangedMeanwhile
      by={nameIn(found)}
      fields={found.fields.map(({ field, theirs }) => ({
        label: words.fields[field] ?? field,
        theirs: shownAs(theirs),
      }))}
    />
  ) : null
}

function Both({ fields }: { fields: readonly Line[] }) {
  return (
    <dl className={classes.fields}>
      {fields.map(({ label, theirs, mine }) => (
        <div key={label} className={classes.field} data-alone={mine === undefined || undefined}>
          <dt>{label}</dt>
          <dd>
            {mine === undefined ? null : <span className={classes.label}>{words.theirs} </span>}
            {theirs ?? words.nothing}
          </dd>
          {mine === undefined ? null : (
            <dd>
              <span className={classes.label}>{words.mine}</span> {mine ?? words.nothing}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

function nameIn({ byId, current: { assignee } }: Found): string | null {
  return byId !== null && byId === assignee?.id ? assignee.name : null
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
