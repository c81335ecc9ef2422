import { type AssetEvent, assets } from '@deskhand/contract'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { usePages } from '../../api.ts'
import { Icon } from '../../ui/Icon.tsx'
import { LedgerEvent } from '../../ui/Ledger.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { dayOf, useNow } from '../../ui/time.ts'
import { fieldName, fieldValue } from '../fieldText.ts'
import classes from '../History.module.css'
import { changesOf, noteOf, sentenceOf } from '../historyText.ts'
import type { TabProps } from '../tabs.ts'
import { historyWords as words } from '../thingWords.ts'

/** What happened to a thing, newest first: a sentence each, and what each changed. */
export default function HistoryTab({ asset, asOf }: TabProps) {
  const list = usePages(assets.events, { params: { id: asset.id }, query: { limit: 50 } })
  const events = list.items.filter(({ at }) => asOf === null || dayOf(new Date(at)) <= asOf)
  return (
    <div className={classes.history}>
      <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />
      {list.isPending ? <SkeletonRows rows={6} lines={1} /> : null}
      {list.isSuccess && events.length === 0 ? <p className={classes.quiet}>{words.none}</p> : null}
      <ol className={classes.events} aria-label={words.title}>
        {events.map((event) => (
          <li key={event.id}>
            <LedgerEvent at={event.at}>
              <Event event={event} tag={asset.assetTag} />
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
