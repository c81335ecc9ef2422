import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { classNames } from './classNames.ts'
import classes from './Ledger.module.css'
import { TimeText } from './TimeText.tsx'
import { ledgerWords } from './words.ts'

type LedgerProps = {
  children: ReactNode
  /** Changes with the newest entry: the ledger follows it while its end is in sight. */
  newest: string | null
  label?: string
  /** There is more before the first line. */
  onLoadOlder?: (() => void) | undefined
  loadingOlder?: boolean
}

const near = 48

/**
 * History as a ledger, oldest first, opened at its end. Entries out of sight cost no layout
 * (`content-visibility`), so a long history needs no virtual list and text search in the page still works.
 */
export function Ledger({
  children,
  newest,
  label = ledgerWords.timeline,
  onLoadOlder,
  loadingOlder = false,
}: LedgerProps) {
  const box = useRef<HTMLDivElement>(null)
  const [atEnd, setAtEnd] = useState(true)
  const follows = useRef(true)
  const lastTop = useRef(0)

  const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last entry is what moves it
  useLayoutEffect(() => {
    if (follows.current) toEnd()
  }, [newest])

  // Entries get their real height only when they are drawn, which moves the end away again.
  useEffect(() => {
    const inner = box.current
    if (!inner) return
    const watcher = new ResizeObserver(() => {
      if (follows.current) toEnd()
    })
    for (const child of inner.children) watcher.observe(child)
    return () => watcher.disconnect()
  })

  return (
    <div
      ref={box}
      className={classes.ledger}
      role="log"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        const end = scrollHeight - scrollTop - clientHeight < near
        // Entries that grow move the end away as well; only who goes up wants to stay there.
        if (end || scrollTop < lastTop.current) follows.current = end
        lastTop.current = scrollTop
        setAtEnd(end)
      }}
    >
      {onLoadOlder ? (
        <div className={classes.older}>
          <Button size="small" variant="quiet" busy={loadingOlder} onPress={onLoadOlder}>
            {ledgerWords.loadOlder}
          </Button>
        </div>
      ) : null}
      {children}
      {atEnd ? null : (
        <div className={classes.newest} data-screen-only>
          <Button size="small" onPress={toEnd}>
            {ledgerWords.toNewest} ↓
          </Button>
        </div>
      )}
    </div>
  )
}

type LedgerEntryProps = {
  at: string
  author: string
  /** "by e-mail", "opened this". */
  via?: ReactNode
  /** A note lies on yellow paper and says who sees it. */
  kind?: 'message' | 'note'
  children: ReactNode
  /** Attachments under the text. */
  files?: ReactNode
  pending?: boolean
  /** Came while the reader wrote: stands out in marigold. */
  isMarked?: boolean
  /** What can be done with it, at the end of its head. */
  menu?: ReactNode
}

/** A message or a note, full width. Text keeps its line breaks. */
export function LedgerEntry({
  at,
  author,
  via,
  kind = 'message',
  children,
  files,
  pending = false,
  isMarked = false,
  menu,
}: LedgerEntryProps) {
  const aside = kind === 'note' ? ledgerWords.onlyTeam : via
  return (
    <article
      className={classNames(
        classes.entry,
        kind === 'note' && classes.note,
        pending && classes.pending,
        isMarked && classes.marked,
      )}
      data-together
      {...(isMarked && { 'data-marked-edge': true })}
    >
      <span className={classes.time}>
        <TimeText at={at} form="gutter" />
      </span>
      <div className={classes.body}>
        <p className={classes.head}>
          <span className={classes.author}>{author}</span>
          {aside ? <span className={classes.via}>{aside}</span> : null}
          {pending ? <span className={classes.via}>{ledgerWords.sending}</span> : null}
          {menu ? <span className={classes.menu}>{menu}</span> : null}
        </p>
        <div className={classes.text}>{children}</div>
        {files}
      </div>
    </article>
  )
}

/** One change on one line. */
export function LedgerEvent({
  at,
  children,
  isMarked = false,
  isDated = false,
}: {
  at: string
  children: ReactNode
  isMarked?: boolean
  /** Says when also where there is little room: no rule of days stands above it. */
  isDated?: boolean
}) {
  return (
    <div className={classNames(classes.line, isMarked && classes.marked, isDated && classes.dated)}>
      <span className={classes.time}>
        <TimeText at={at} form="gutter" />
      </span>
      <div className={classes.body}>{children}</div>
    </div>
  )
}

/** Adjacent changes by one person, one line until it is opened. */
export function LedgerFold({
  at,
  name,
  events,
}: {
  at: string
  name: string
  events: readonly { id: string; at: string; words: ReactNode }[]
}) {
  const [open, setOpen] = useState(false)
  if (open)
    return events.map((event) => (
      <LedgerEvent key={event.id} at={event.at}>
        {event.words}
      </LedgerEvent>
    ))
  return (
    <LedgerEvent at={at}>
      <button type="button" className={classes.fold} aria-expanded={false} onClick={() => setOpen(true)}>
        {ledgerWords.fold(name, events.length)}
      </button>
    </LedgerEvent>
  )
}

export function DayRule({ at }: { at: string }) {
  return (
    <div className={classes.day}>
      <h3>
        <TimeText at={at} form="day" />
      </h3>
    </div>
  )
}

/** The marigold line above everything that happened since the reader last looked. */
export function NewRule() {
  return (
    <div className={classes.marker}>
      <span data-marked>{ledgerWords.newSince}</span>
    </div>
  )
}
