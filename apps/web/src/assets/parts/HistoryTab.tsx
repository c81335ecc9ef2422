import { type AssetEvent, assets, assetTimeline, type TimelineEntry, TimelineKind } from '@deskhand/contract'
import { NativeSelect } from '@mantine/core'
import { ArrowRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useAddressQuery } from '../../address.ts'
import { usePages } from '../../api.ts'
import { moneyText } from '../../approvals/moneyText.ts'
import { holds, useMe } from '../../shell/session.ts'
import { Icon } from '../../ui/Icon.tsx'
import { LedgerEvent } from '../../ui/Ledger.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { dayOf, useNow } from '../../ui/time.ts'
import { fieldName, fieldValue } from '../fieldText.ts'
import classes from '../History.module.css'
import { alongOf, changesOf, noteOf, sentenceOf } from '../historyText.ts'
import type { TabProps } from '../tabs.ts'
import { historyWords as words } from '../thingWords.ts'

/** What happened to a thing, newest first: a sentence each, and what each changed. */
export default function HistoryTab(props: TabProps) {
  return holds(useMe(), 'assets.read') ? <Whole {...props} /> : <Own {...props} />
}

/** All that is known of it, for whoever works at a desk; one kind of it where one asks for that. */
function Whole({ asset, asOf }: TabProps) {
  const { query, change } = useAddressQuery()
  const kind = TimelineKind.safeParse(query.get('history')).data ?? null
  const list = usePages(assetTimeline.list, {
    params: { id: asset.id },
    query: { limit: 50, ...(kind && { kind }) },
  })
  return (
    <>
      <NativeSelect
        className={classes.kinds ?? ''}
        size="xs"
        aria-label={words.show}
        value={kind ?? ''}
        data={[
          { value: '', label: words.everything },
          ...TimelineKind.options.map((value) => ({ value, label: words.kinds[value] })),
        ]}
        onChange={(event) => change({ history: event.currentTarget.value || null })}
      />
      <Lines list={list} asOf={asOf}>
        {(entry) => <Entry entry={entry} tag={asset.assetTag} />}
      </Lines>
    </>
  )
}

/** What happened since the reader has it. */
function Own({ asset, asOf }: TabProps) {
  const list = usePages(assets.events, { params: { id: asset.id }, query: { limit: 50 } })
  return (
    <Lines list={list} asOf={asOf}>
      {(event) => <Event event={event} tag={asset.assetTag} />}
    </Lines>
  )
}

type LinesProps<Line> = {
  list: Pick<
    ReturnType<typeof usePages>,
    'error' | 'refetch' | 'isPending' | 'isSuccess' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
  > & { items: readonly Line[] }
  asOf: string | null
  children: (line: Line) => ReactNode
}

function Lines<Line extends { id: string; at: string }>({ list, asOf, children }: LinesProps<Line>) {
  const lines = list.items.filter(({ at }) => asOf === null || dayOf(new Date(at)) <= asOf)
  return (
    <div className={classes.history}>
      <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />
      {list.isPending ? <SkeletonRows rows={6} lines={1} /> : null}
      {list.isSuccess && lines.length === 0 ? <p className={classes.quiet}>{words.none}</p> : null}
      <ol className={classes.events} aria-label={words.title}>
        {lines.map((line) => (
          <li key={line.id}>
            <LedgerEvent at={line.at} isDated>
              {children(line)}
            </LedgerEvent>
          </li>
        ))}
      </ol>
      {list.hasNextPage ? (
        <LoadMore
          label={words.older}
          busy={list.isFetchingNextPage}
          onPress={() => void list.fetchNextPage()}
        />
      ) : null}
    </div>
  )
}

/** A line of the ledger: an event, or what is kept elsewhere of the thing. */
function Entry({ entry, tag }: { entry: TimelineEntry; tag: string }) {
  const { event, request, cost, licence, part, inventory } = entry
  if (event) return <Event event={event} tag={tag} />
  if (request)
    return (
      <span className={classes.sentence}>
        {words.request(request.requesterName)}{' '}
        <Tag reference={request.referenceNumber} size="compact" href={`/r/${request.referenceNumber}`} />{' '}
        {request.summary}
      </span>
    )
  if (cost)
    return (
      <span className={classes.sentence}>
        {cost.isPart
          ? words.partBought(cost.assetTag, moneyText(cost.amount))
          : words.bought(moneyText(cost.amount))}
      </span>
    )
  if (licence)
    return (
      <span className={classes.sentence}>
        {words.licence(licence)} <a href={`/licences/${licence.id}`}>{licence.name}</a>
      </span>
    )
  if (part)
    return (
      <span className={classes.sentence}>
        {words.part(part)} <a href={`/stock/${part.itemId}`}>{part.name}</a>
      </span>
    )
  return inventory ? <span className={classes.sentence}>{words.inventory(inventory)}</span> : null
}

function Event({ event, tag }: { event: AssetEvent; tag: string }) {
  const now = useNow()
  const changes = changesOf(event)
  const [isOpen, setOpen] = useState(event.name !== 'asset.created')
  const note = noteOf(event)
  return (
    <>
      <span className={classes.sentence}>
        {sentenceOf(event, tag)}
        {isOpen || changes.length === 0 ? null : (
          <>
            {' '}
            <button type="button" className={classes.fold} onClick={() => setOpen(true)}>
              {words.facts(changes.length)}
            </button>
          </>
        )}
      </span>
      {note ? <span className={classes.note}>{words.quote(note)}</span> : null}
      {alongOf(event).map((line) => (
        <span key={line} className={classes.note}>
          {line}
        </span>
      ))}
      {isOpen && changes.length > 0 ? (
        <dl className={classes.changes}>
          {changes.map(([field, [before, after]]) => (
            <div key={field}>
              <dt>{fieldName(field)}</dt>
              <dd>
                {event.name === 'asset.created' ? null : (
                  <>
                    <Side word={words.before} text={fieldValue(field, before, event.names, now)} />
                    <Icon of={ArrowRight} />
                  </>
                )}
                <Side word={words.after} text={fieldValue(field, after, event.names, now)} isAfter />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  )
}

function Side({ word, text, isAfter = false }: { word: string; text: string | null; isAfter?: boolean }) {
  return (
    <span className={isAfter ? classes.after : undefined}>
      <span className="visually-hidden">{word} </span>
      {text ?? words.nothing}
    </span>
  )
}
