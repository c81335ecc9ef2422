import type { RequestRow, SlaRing as Ring } from '@deskhand/contract'
import { classNames } from '../ui/classNames.ts'
import { fullTime, useNow } from '../ui/time.ts'
import { timeWords } from '../ui/words.ts'
import { type Countdown, countdown } from './countdown.ts'
import classes from './SlaRing.module.css'
import { length, slaWords as words } from './words.ts'

type SlaRingProps = {
  ring: Ring
  /** What a paused one waits for; without it the ring says "paused". */
  waiting?: Pick<RequestRow, 'status' | 'waitReason' | 'requester'>
  /** In a list the number alone stands beside the ring; elsewhere the whole sentence. */
  form?: 'row' | 'whole'
}

/** The promise that breaks next: a ring that empties clockwise, and how much business time is left. */
export function SlaRing({ ring, waiting, form = 'row' }: SlaRingProps) {
  const now = useNow()
  const told = countdown(ring, now)
  const { kind, seconds } = told
  const pause = waiting ? words.pausedFor(waiting) : words.paused
  const left = form === 'row' ? length(seconds) : words.left(seconds)
  const shown =
    kind === 'late' ? words.late(seconds) : kind === 'paused' ? (form === 'row' ? words.paused : pause) : left
  const due = ring.dueAt ? new Date(ring.dueAt) : null
  const when = due ? (kind === 'late' ? timeWords.was(fullTime(due)) : timeWords.due(fullTime(due))) : pause
  return (
    <span className={classNames(classes.sla, classes[kind])} title={`${words.targets[ring.target]}: ${when}`}>
      <SlaDrawing {...told} />
      <span aria-hidden="true">
        {form === 'whole' ? <span className={classes.target}>{words.targets[ring.target]}: </span> : null}
        {shown}
      </span>
      <span className="visually-hidden">
        {kind === 'paused' ? `${words.targets[ring.target]} ${pause}` : words.said(ring.target, told)}
      </span>
    </span>
  )
}

const radius = 6
const around = 2 * Math.PI * radius

/** 16 px; the shape says it without colour: a notch at risk, two bars paused, a filled square late. */
export function SlaDrawing({ kind, share }: Countdown) {
  return (
    <svg className={classes.ring} width="16" height="16" viewBox="0 0 16 16" fill="none" aria-hidden="true">
      {kind === 'late' ? (
        <rect x="2.5" y="2.5" width="11" height="11" rx="1" fill="currentColor" />
      ) : (
        <>
          <circle className={classes.track} cx="8" cy="8" r={radius} strokeWidth="2.5" />
          <circle
            cx="8"
            cy="8"
            r={radius}
            stroke="currentColor"
            strokeWidth="2.5"
            // What is gone is gone clockwise from the top: the rest ends there.
            strokeDasharray={`${share * around} ${around}`}
            transform={`rotate(${-90 + (1 - share) * 360} 8 8)`}
          />
          {kind === 'risk' ? <path d="M8 0v4.5" stroke="currentColor" strokeWidth="2.5" /> : null}
          {kind === 'paused' ? (
            <path d="M6.6 6v4M9.4 6v4" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
          ) : null}
        </>
      )}
    </svg>
  )
}
