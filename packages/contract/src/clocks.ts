import * as z from 'zod'
import { instant } from './kit.ts'

/** What can be promised about a request. */
export const SlaTarget = z.enum(['FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION'])
export type SlaTarget = z.output<typeof SlaTarget>
export const SlaState = z.enum(['RUNNING', 'PAUSED', 'STOPPED'])
export type SlaState = z.output<typeof SlaState>

/**
 * The promise that breaks next, as lists show it. Business time that is left at some moment is what of `open` lies
 * between it and `dueAt`, so that a page can count down without knowing the calendar.
 */
export const SlaRing = z.strictObject({
  target: SlaTarget,
  state: z.enum(['RUNNING', 'PAUSED']),
  targetSeconds: z.int(),
  /** Business seconds that were left at `since`; below zero when it was late already. */
  leftSeconds: z.int(),
  since: instant,
  /** Null while it is paused, unless it was late before. */
  dueAt: instant.nullable(),
  atRiskAt: instant.nullable(),
  pausedAt: instant.nullable(),
  /** The last open stretches from `since` to `dueAt`, as epoch seconds; at most eight. */
  open: z.array(z.tuple([z.int(), z.int()])),
  /** When the resolution is due, where one is promised and its clock runs. */
  resolutionDueAt: instant.nullable(),
})
export type SlaRing = z.output<typeof SlaRing>
