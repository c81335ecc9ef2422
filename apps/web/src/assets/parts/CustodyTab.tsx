import { type AssetHolding, assets } from '@deskhand/contract'
import { Papers } from '../../acceptances/Papers.tsx'
import { useRead } from '../../api.ts'
import { conditionWords } from '../../custody/words.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { dayOf, dayStart, shortDate, span, useNow } from '../../ui/time.ts'
import classes from '../History.module.css'
import type { TabProps } from '../tabs.ts'
import { custodyTabWords as words } from '../thingWords.ts'

/** The chain of who or what had it, newest first. */
export default function CustodyTab({ asset, asOf }: TabProps) {
  const { data, error, isPending, refetch } = useRead(assets.custody, { params: { id: asset.id } })
  const holdings = (data?.data ?? []).filter(({ from }) => asOf === null || dayOf(new Date(from)) <= asOf)
  return (
    <div className={classes.custody}>
      <ProblemNotice problem={error} onRetry={() => void refetch()} />
      {isPending ? <SkeletonRows rows={4} lines={1} /> : null}
      {data && holdings.length === 0 ? <p className={classes.quiet}>{words.none}</p> : null}
      <ol className={classes.chain} aria-label={words.title}>
        {holdings.map((holding) => (
          <Holding key={holding.version} holding={holding} asOf={asOf} />
        ))}
      </ol>
      {asOf === null ? (
        <div className={classes.papers}>
          <Papers of={{ assetId: asset.id }} />
        </div>
      ) : null}
    </div>
  )
}

function Holding({ holding, asOf }: { holding: AssetHolding; asOf: string | null }) {
  const { person, parentAsset, location, from, until, note, givenByName } = holding
  const now = useNow()
  const start = new Date(from)
  // What ended later was still so on the day that is shown.
  const isOver = until !== null && (asOf === null || dayOf(new Date(until)) <= asOf)
  const end = isOver ? new Date(until) : null
  const seen = asOf === null ? now : new Date(Math.min(now.getTime(), dayStart(asOf).getTime() + 86_400_000))
  const condition = words.condition(
    holding.condition && conditionWords[holding.condition],
    isOver && holding.conditionUntil ? conditionWords[holding.conditionUntil] : null,
  )
  const facts = [condition, givenByName && words.by(givenByName)].filter(Boolean).join(' · ')
  return (
    <li className={classes.holding}>
      <span className={classes.span}>
        {shortDate(start, now)} – {end ? shortDate(end, now) : asOf ? words.thatDay : words.now}
      </span>
      <span className={classes.held}>
        {person ? (
          <>
            <Avatar name={person.name} size={20} /> <a href={`/people/${person.id}`}>{person.name}</a>
          </>
        ) : parentAsset ? (
          <Tag
            kind="asset"
            reference={parentAsset.name}
            size="compact"
            href={`/a/${encodeURIComponent(parentAsset.name)}`}
          />
        ) : (
          <span>{location?.name ?? words.stock}</span>
        )}
        <span className={classes.quiet}>{span((end ?? seen).getTime() - start.getTime())}</span>
      </span>
      {facts || note ? (
        <span className={classes.heldAbout}>
          {facts}
          {note ? ` “${note}”` : null}
        </span>
      ) : null}
    </li>
  )
}
