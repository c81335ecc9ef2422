import type { ReactNode } from 'react'
import { Avatar } from './Avatar.tsx'
import classes from './Conversation.module.css'
import { classNames } from './classNames.ts'
import { TimeText } from './TimeText.tsx'
import { ledgerWords } from './words.ts'

/** The employee's side of a request: a conversation, polite to screen readers. */
export function Conversation({
  children,
  label = ledgerWords.conversation,
}: {
  children: ReactNode
  label?: string
}) {
  return (
    <div className={classes.conversation} role="log" aria-label={label}>
      {children}
    </div>
  )
}

type BubbleProps = {
  /** Own messages stand at the end side. */
  side: 'own' | 'other'
  author: string
  at: string
  children: ReactNode
  files?: ReactNode
  pending?: boolean
  /** When the other side read it. */
  seenAt?: string | null
}

export function Bubble({ side, author, at, children, files, pending = false, seenAt }: BubbleProps) {
  return (
    <article
      className={classNames(classes.bubble, side === 'own' && classes.own, pending && classes.pending)}
    >
      {side === 'other' ? <Avatar name={author} size={28} /> : null}
      <div className={classes.paper}>
        {side === 'other' ? (
          <p className={classes.name}>{author}</p>
        ) : (
          <span className="visually-hidden">{author}: </span>
        )}
        {children}
        {files}
      </div>
      <p className={classes.foot}>
        {pending ? ledgerWords.sending : <TimeText at={at} form="clock" />}
        {seenAt ? (
          <>
            {' · '}
            {ledgerWords.seen('')}
            <TimeText at={seenAt} form="gutter" />
          </>
        ) : null}
      </p>
    </article>
  )
}

export function ConversationDay({ at }: { at: string }) {
  return (
    <p className={classes.day}>
      <TimeText at={at} form="day" />
    </p>
  )
}

/** A change of state, told in the middle of the conversation. */
export function ConversationEvent({ children }: { children: ReactNode }) {
  return <p className={classes.event}>{children}</p>
}
