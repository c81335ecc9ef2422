import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { useMe } from '../../shell/session.ts'
import { announce } from '../../ui/announcements.ts'
import { copyText } from '../../ui/copyText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { fullTime, timeIn, useNow } from '../../ui/time.ts'
import { type Entry, factsOf, fieldName, valueWords } from '../values.ts'
import { detailWords as words } from '../words.ts'
import classes from './EntryDetails.module.css'

/** What lies open below an entry: the difference of each field, what else was said, and where it came from. */
export function EntryDetails({ entry }: { entry: Entry }) {
  const { company } = useMe()
  const now = useNow()
  const changes = Object.entries(entry.changes)
  const facts = factsOf(entry, now)
  const at = new Date(entry.at)
  return (
    <div className={classes.details}>
      <div className={classes.main}>
        {changes.length > 0 ? (
          <section>
            <SectionTitle level={3}>{words.changes}</SectionTitle>
            <dl className={classes.changes}>
              {changes.map(([field, [before, after]]) => (
                <div key={field} className={classes.change}>
                  <dt>{fieldName(field)}</dt>
                  <dd>
                    <Side kind="before" words={valueWords(before, entry.names, now, field)} />
                    <Icon of={ArrowRight} />
                    <Side kind="after" words={valueWords(after, entry.names, now, field)} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ) : null}
        {facts.length > 0 ? (
          <section>
            <SectionTitle level={3}>{words.facts}</SectionTitle>
            <PropertyList properties={facts} />
          </section>
        ) : null}
        {changes.length + facts.length === 0 ? <p className={classes.none}>{words.nothingMore}</p> : null}
      </div>
      <section>
        <SectionTitle level={3}>{words.origin}</SectionTitle>
        <PropertyList
          properties={[
            { label: words.hereTime, value: fullTime(at) },
            { label: words.thereTime, value: timeIn(at, company.zone) },
            { label: words.event, value: <code>{entry.name}</code> },
            { label: words.ip, value: entry.ip ? <code>{entry.ip}</code> : null },
            { label: words.requestId, value: entry.requestId ? <Copyable text={entry.requestId} /> : null },
            { label: words.entry, value: <code>{entry.id}</code> },
            { label: words.cause, value: entry.causedById ? <code>{entry.causedById}</code> : null },
          ]}
        />
      </section>
    </div>
  )
}

/** One side of a difference; struck or not, it is also told apart in words. */
function Side({ kind, words: said }: { kind: 'before' | 'after'; words: string | null }) {
  if (said === null) return <span className={classes.nothing}>{words.nothing}</span>
  return kind === 'before' ? (
    <del className={classes.before}>
      <span className="visually-hidden">{words.before} </span>
      {said}
    </del>
  ) : (
    <ins className={classes.after}>
      <span className="visually-hidden">{words.after} </span>
      {said}
    </ins>
  )
}

/** An id that one takes to the server's own log. */
function Copyable({ text }: { text: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    if (!(await copyText(text))) return
    setCopied(true)
    announce(words.copied)
  }
  return (
    <button
      type="button"
      className={classes.copy}
      title={isCopied ? words.copied : words.copy(words.requestId)}
      aria-label={`${words.copy(words.requestId)} ${text}`}
      onClick={() => void copy()}
    >
      {text}
    </button>
  )
}
