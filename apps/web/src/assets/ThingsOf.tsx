import { assets } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { holds, useMe } from '../shell/session.ts'
import { Tag } from '../ui/Tag.tsx'
import { nameOf } from './columns.tsx'
import { Warranty } from './parts/Warranty.tsx'
import { ThingGlyph } from './ThingGlyph.tsx'
import classes from './ThingsOf.module.css'
import { thingsOfWords as words } from './words.ts'

const shown = 6

/** What somebody has, for whoever may see it; null while it is unknown. */
export function useThingsOf(personId: string) {
  const maySee = holds(useMe(), 'assets.read')
  const { data, error, refetch } = useRead(
    assets.list,
    { query: { personId, limit: shown + 1 } },
    { enabled: maySee },
  )
  return { maySee, things: data?.data ?? null, error, refetch }
}

/** Tag and model, one line each; what says that something is wrong with it is said. */
export function ThingsOf({
  personId,
  things,
}: {
  personId: string
  things: ReturnType<typeof useThingsOf>['things']
}) {
  return (
    <>
      <ul className={classes.list}>
        {things?.slice(0, shown).map((thing) => (
          <li key={thing.id}>
            <Tag
              kind="asset"
              reference={thing.assetTag}
              size="compact"
              href={`/a/${encodeURIComponent(thing.assetTag)}`}
            />
            <span className={classes.name}>{nameOf(thing)}</span>
            <span className={classes.end}>
              {thing.status === 'DEPLOYED' ? (
                <Warranty day={thing.warrantyEndsOn} isNearOnly />
              ) : (
                <ThingGlyph status={thing.status} subStatus={thing.subStatus} />
              )}
            </span>
          </li>
        ))}
      </ul>
      {things && things.length > shown ? (
        <a className={classes.all} href={`/assets?personId=${personId}`}>
          {words.all}
        </a>
      ) : null}
    </>
  )
}
