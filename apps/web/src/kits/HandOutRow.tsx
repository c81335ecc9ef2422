import type { KitHandOut } from '@deskhand/contract'
import { Button } from '../ui/Button.tsx'
import { Tag } from '../ui/Tag.tsx'
import { shortDate, useNow } from '../ui/time.ts'
import classes from './Kits.module.css'
import { kitWords as words } from './words.ts'

/** One kit that went out: with whom, and what of it is where. */
export function HandOutRow({ handOut, onTakeBack }: { handOut: KitHandOut; onTakeBack: () => void }) {
  const { kitName, holderName, personId, handedOutAt, dueAt, things, items, lacking } = handOut
  const now = useNow()
  const facts = [
    words.since(shortDate(new Date(handedOutAt), now)),
    dueAt && words.due(shortDate(new Date(dueAt), now)),
  ].filter(Boolean)
  const isOut = things.some(({ state }) => state === 'OUT')
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <p className={classes.name}>
          {kitName}{' '}
          {personId ? <a href={`/people/${personId}`}>{words.with(holderName)}</a> : words.with(holderName)}
        </p>
        <p className={classes.about}>{facts.join(' · ')}</p>
        <ul className={classes.things}>
          {things.map(({ id, assetTag, name, state }) => (
            <li key={id}>
              <Tag
                kind="asset"
                reference={assetTag}
                size="compact"
                href={`/a/${encodeURIComponent(assetTag)}`}
              />
              <span className={state === 'MISSING' ? classes.missing : undefined}>
                {name}
                {state === 'OUT' ? null : `, ${words.states[state]}`}
              </span>
            </li>
          ))}
        </ul>
        {items.length > 0 ? (
          <p className={classes.about}>
            {words.along(items.map(({ name, quantity }) => words.part(quantity, name)).join(', '))}
          </p>
        ) : null}
        {lacking.length > 0 ? (
          <p className={classes.about}>
            {words.lacking(lacking.map(({ name, count }) => words.part(count, name)).join(', '))}
          </p>
        ) : null}
      </div>
      {isOut ? (
        <div className={classes.buttons}>
          <Button size="small" onPress={onTakeBack} label={words.takeBackFrom(holderName)}>
            {words.takeBack}
          </Button>
        </div>
      ) : null}
    </li>
  )
}
