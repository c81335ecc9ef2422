import { Button } from './Button.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'
import classes from './SaveBar.module.css'
import { saveWords } from './words.ts'

/** One field that two people changed: what the reader wrote and what is there now. */
export type Conflict = { label: string; mine: string; theirs: string }

type SaveBarProps = {
  /** Names of the changed fields, as a person calls them; nothing is drawn while there are none. */
  changed: readonly string[]
  busy: boolean
  /** The id of the form that it saves. */
  form: string
  onDiscard: () => void
  problem?: unknown
  conflicts?: readonly Conflict[]
  onKeepMine?: () => void
  onKeepTheirs?: () => void
}

/** At the foot of a form, only while something is not saved. Says what, and what stands in the way. */
export function SaveBar(props: SaveBarProps) {
  const { changed, busy, form, onDiscard, problem, conflicts = [] } = props
  if (changed.length === 0) return null
  return (
    <section className={classes.bar} aria-label={saveWords.region}>
      {conflicts.length > 0 ? (
        <div className={classes.conflict} role="alert">
          <p className={classes.title}>{saveWords.conflictTitle}</p>
          <dl className={classes.fields}>
            {conflicts.map(({ label, mine, theirs }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  {saveWords.yours} <ins>{mine}</ins>, {saveWords.now} <b>{theirs}</b>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ) : (
        <ProblemNotice problem={problem ?? null} />
      )}
      <div className={classes.line}>
        <p className={classes.words}>{saveWords.changed(changed.join(', '))}</p>
        {conflicts.length > 0 ? (
          <>
            <Button onPress={() => props.onKeepTheirs?.()}>{saveWords.theirs}</Button>
            <Button variant="primary" busy={busy} onPress={() => props.onKeepMine?.()}>
              {saveWords.mine}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={onDiscard}>{saveWords.discard}</Button>
            <Button type="submit" form={form} variant="primary" busy={busy}>
              {saveWords.save}
            </Button>
          </>
        )}
      </div>
    </section>
  )
}
