import { type Conflict, discovery } from '@deskhand/contract'
import { useCommand, usePages } from '../../api.ts'
import rows from '../../desks/Desks.module.css'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import { toast } from '../../ui/toast.tsx'
import classes from '../Discovery.module.css'
import { conflictWords, signWords, discoveryWords as words } from '../words.ts'

/** What only a person can decide. */
export function Inbox() {
  const pages = usePages(discovery.conflicts, { query: { limit: 50 } }, { keepPrevious: true })
  return (
    <section className={classes.section} aria-label={words.inbox}>
      <div>
        <h2>{words.inbox}</h2>
        <p className={classes.about}>{words.inboxAbout}</p>
      </div>
      {pages.isError && pages.items.length === 0 ? (
        <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {pages.isPending ? <SkeletonRows rows={2} lines={2} /> : null}
      {pages.isSuccess && pages.items.length === 0 ? (
        <EmptyState shape="tray" size="small" title={words.noConflicts} />
      ) : null}
      <ul className={rows.rows} aria-label={words.inbox}>
        {pages.items.map((conflict) => (
          <Line key={conflict.id} conflict={conflict} />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <LoadMore
          label={words.more}
          busy={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        />
      ) : null}
    </section>
  )
}

function Line({ conflict }: { conflict: Conflict }) {
  const { id, kind, reason, device, candidates, count, lastAt, ip } = conflict
  const params = { id }
  const resolve = useCommand(discovery.resolve, {
    onSuccess: ({ resolution }) => {
      if (resolution === 'MATCHED') toast(words.matched)
      else toast(resolution === 'CREATED' ? words.created : words.ignored)
    },
  })
  const name = device?.name ?? ip ?? words.unnamed
  const signs = [device?.manufacturer, device?.model, device?.serialNumber, device?.hardwareUuid].filter(
    Boolean,
  )
  return (
    <li className={rows.row}>
      <div>
        <p className={rows.name}>
          {name} · {conflictWords[kind]}
        </p>
        <p className={rows.about}>{reason}</p>
        {signs.length > 0 ? <p className={rows.about}>{signs.join(' · ')}</p> : null}
        {candidates.map(({ assetId, assetTag, name: called, by, personName, serialNumber }) => (
          <p key={assetId} className={rows.about}>
            <a href={`/a/${assetTag}`}>{assetTag}</a>{' '}
            {[called, serialNumber, personName, signWords[by]].filter(Boolean).join(' · ')}
          </p>
        ))}
        <p className={rows.about}>
          {words.times(count)} · <TimeText at={lastAt} form="relative" />
        </p>
        {resolve.error ? <ProblemNotice problem={resolve.error} /> : null}
      </div>
      <div className={rows.buttons}>
        {candidates.map(({ assetId, assetTag }) => (
          <Button
            key={assetId}
            size="small"
            label={`${words.isThis(assetTag)}: ${name}`}
            busy={resolve.isPending}
            onPress={() => resolve.mutate({ params, body: { as: 'MATCH', assetId } })}
          >
            {words.isThis(assetTag)}
          </Button>
        ))}
        {device ? (
          <Button
            size="small"
            label={`${words.createThing}: ${name}`}
            busy={resolve.isPending}
            onPress={() => resolve.mutate({ params, body: { as: 'CREATE' } })}
          >
            {words.createThing}
          </Button>
        ) : null}
        <Button
          size="small"
          variant="quiet"
          label={`${words.ignore}: ${name}`}
          busy={resolve.isPending}
          onPress={() => resolve.mutate({ params, body: { as: 'IGNORE' } })}
        >
          {words.ignore}
        </Button>
      </div>
    </li>
  )
}
