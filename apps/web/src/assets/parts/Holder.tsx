import type { AssetRow } from '@deskhand/contract'
import { Avatar } from '../../ui/Avatar.tsx'
import { shortDate, useNow } from '../../ui/time.ts'
import classes from '../AssetsPage.module.css'
import { assetsWords as words } from '../words.ts'

type Held = Pick<
  AssetRow,
  'personId' | 'personName' | 'parentAssetId' | 'parentAssetTag' | 'locationName' | 'dueAt' | 'status'
>

/** Who or what has a thing: a person, another thing, a place; until when, where it is lent. */
export function Holder({ thing, isPlain = false }: { thing: Held; isPlain?: boolean }) {
  const { personId, personName, parentAssetTag, locationName, dueAt, status } = thing
  const now = useNow()
  const due = dueAt ? new Date(dueAt) : null
  const back = due ? (
    <span className={due < now ? classes.late : classes.about}>
      {due < now ? words.wasDue(shortDate(due, now)) : words.dueBack(shortDate(due, now))}
    </span>
  ) : null
  // What is kept for somebody lies in its place still.
  const isKept = status === 'IN_STOCK'
  if (personName && personId && !isKept) {
    return (
      <span className={classes.holder}>
        {isPlain ? null : <Avatar name={personName} size={20} />}
        {isPlain ? (
          <span className={classes.holderName}>{personName}</span>
        ) : (
          <a className={classes.link} href={`/people/${personId}`} tabIndex={-1}>
            {personName}
          </a>
        )}
        {back}
      </span>
    )
  }
  const where = parentAssetTag ?? locationName
  return (
    <span className={classes.holder}>
      <span className={parentAssetTag ? classes.serial : classes.place}>{where ?? words.nobody}</span>
      {isKept && personName ? <span className={classes.about}>{words.keptFor(personName)}</span> : null}
      {back}
    </span>
  )
}
