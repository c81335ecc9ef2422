import { Button } from '../../ui/Button.tsx'
import { useNow } from '../../ui/time.ts'
import { fieldName, fieldValue } from '../fieldText.ts'
import { changeWords as words } from '../thingWords.ts'
import type { AssetConflict as Conflict } from '../useAssetChange.ts'
import classes from './AssetConflict.module.css'

/** Somebody saved another value for the same field: theirs and mine side by side, and a choice. */
export function AssetConflict({ conflict, onKeep }: { conflict: Conflict | null; onKeep: () => void }) {
  const now = useNow()
  if (!conflict) return null
  const shown = (field: string, value: unknown) => fieldValue(field, value, {}, now) ?? words.nothing
  return (
    <section className={classes.conflict} role="alert">
      <p className={classes.conflictTitle}>{words.conflict}</p>
      <dl className={classes.conflictFields}>
        {conflict.fields.map(({ field, mine, theirs }) => (
          <div key={field}>
            <dt>{fieldName(field)}</dt>
            <dd>
              <span>{words.theirs}</span> {shown(field, theirs)}
            </dd>
            <dd>
              <span>{words.mine}</span> {shown(field, mine)}
            </dd>
          </div>
        ))}
      </dl>
      <p className={classes.conflictButtons}>
        <Button size="small" onPress={conflict.takeMine}>
          {words.useMine}
        </Button>
        <Button size="small" variant="primary" onPress={onKeep}>
          {words.keepTheirs}
        </Button>
      </p>
    </section>
  )
}
