import { requestAssets } from '@deskhand/contract'
import { usePages } from '../api.ts'
import type { TabProps } from '../assets/tabs.ts'
import { glyphStateOf } from '../requests/glyphState.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import { Tag } from '../ui/Tag.tsx'
import { dayOf, shortDate, useNow } from '../ui/time.ts'
import classes from './RequestsTab.module.css'
import { thingWords as words } from './words.ts'

/** On the page of a thing: the requests about it that the reader may see, the newest link first. */
export default function RequestsTab({ asset, asOf }: TabProps) {
  const list = usePages(requestAssets.ofAsset, { params: { id: asset.id }, query: {} })
  const now = useNow()
  const rows = list.items.filter(({ linkedAt }) => asOf === null || dayOf(new Date(linkedAt)) <= asOf)
  return (
    <div>
      <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />
      {list.isPending ? <SkeletonRows rows={4} lines={1} /> : null}
      {list.isSuccess && rows.length === 0 ? <p className={classes.quiet}>{words.noRequests}</p> : null}
      <ul className={classes.list} aria-label={words.requests}>
        {rows.map((one) => (
          <li key={one.id} className={classes.row}>
            <StatusGlyph state={glyphStateOf(one)} />
            <Tag reference={one.referenceNumber} size="compact" href={`/r/${one.referenceNumber}`} />
            <span className={classes.summary}>{one.summary}</span>
            <span className={classes.quiet}>
              {one.requesterName} · {shortDate(new Date(one.createdAt), now)}
            </span>
          </li>
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button busy={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      ) : null}
    </div>
  )
}
