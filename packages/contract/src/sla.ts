import * as z from 'zod'
import { SlaPolicyBody } from './agreements.ts'
import { SlaState, SlaTarget } from './clocks.ts'
import { command, event, instant, line, read, uuid } from './kit.ts'

const seconds = z.int()

/** A stretch of a clock's ledger: from an entry to the next. */
const Stretch = z.strictObject({
  from: instant,
  /** Null while it lasts. */
  until: instant.nullable(),
  state: SlaState,
  /** The whole stretch, and the part of it inside business hours. */
  seconds,
  businessSeconds: seconds,
  /** "Waiting for a vendor", "Ana Ruiz answered", "The priority became high". */
  words: z.string(),
  actorName: z.string().nullable(),
})

const Promised = z.strictObject({
  target: SlaTarget,
  round: z.int(),
  state: SlaState,
  /** Null where nothing is promised: the clock measures all the same. */
  targetSeconds: seconds.nullable(),
  /** These four add up to the time since it began. */
  usedSeconds: seconds,
  outsideSeconds: seconds,
  pausedSeconds: seconds,
  stoppedSeconds: seconds,
  startedAt: instant,
  dueAt: instant.nullable(),
  atRiskAt: instant.nullable(),
  stoppedAt: instant.nullable(),
  isLate: z.boolean(),
  /** Why it is due then, in words and in the calendar's own time. */
  because: z.string(),
  ledger: z.array(Stretch),
})

export const SlaReport = z.strictObject({
  requestId: uuid,
  ageSeconds: seconds,
  policyName: z.string().nullable(),
  calendar: z.strictObject({ name: z.string(), zone: z.string(), hours: z.string() }),
  clocks: z.array(Promised),
  /** The steps that were or will be taken; for whoever works on it. */
  steps: z.array(
    z.strictObject({
      target: SlaTarget,
      at: instant,
      takenAt: instant.nullable(),
      words: z.string(),
    }),
  ),
})
export type SlaReport = z.output<typeof SlaReport>

const Outcome = z.strictObject({ met: z.int(), late: z.int() })

/** What a policy would have done to the requests of the last days. */
export const SlaBacktest = z.strictObject({
  from: instant,
  requestCount: z.int(),
  /** More came in than were tried; these are the newest. */
  isCut: z.boolean(),
  targets: z.array(z.strictObject({ target: SlaTarget, before: Outcome, after: Outcome })),
  /** Requests whose lateness would differ, at most 50. */
  differences: z.array(
    z.strictObject({
      requestId: uuid,
      referenceNumber: z.string(),
      summary: z.string(),
      target: SlaTarget,
      wasLate: z.boolean(),
      wouldBeLate: z.boolean(),
    }),
  ),
})

const tried = {
  errors: [422] as 422[],
  log: false as const,
  reply: SlaBacktest,
}

export const sla = {
  get: read('GET /requests/:id/sla', {
    may: 'requests.read',
    summary: 'The clocks of a request with their ledgers, and why each is due when it is',
    reply: SlaReport,
  }),
  recompute: read('GET /management/sla-recompute', {
    may: 'agreements.read',
    summary: 'How far the open requests have been counted anew since calendars or policies changed',
    reply: z.strictObject({
      isRunning: z.boolean(),
      total: z.int(),
      done: z.int(),
      startedAt: instant.nullable(),
      finishedAt: instant.nullable(),
    }),
  }),
  preview: command('POST /management/sla-policies/backtest', {
    may: 'agreements.manage',
    summary: 'What a policy would change on the last 30 days, before it is saved',
    body: z.strictObject({
      policyId: uuid.nullable().default(null),
      /** Trying needs no name. */
      policy: SlaPolicyBody.extend({ name: line(80).default('Draft') }),
    }),
    ...tried,
  }),
  backtest: command('POST /management/sla-policies/:id/backtest', {
    may: 'agreements.read',
    summary: 'What the policy as it is now would change on the last days',
    body: z.strictObject({ days: z.int().min(1).max(366).default(30) }),
    ...tried,
  }),
}

export const slaEvents = {
  'sla.recompute_asked': event('nobody', 'Many open requests are to be counted anew', z.strictObject({})),
  'sla.recomputed': event(
    'staff',
    'The due times of {ref} were counted anew',
    z.strictObject({ count: z.int() }),
  ),
  'request.escalated': event(
    'staff',
    '{ref} is at risk or late',
    z.strictObject({
      target: SlaTarget,
      whom: z.enum(['ASSIGNEE', 'TEAM', 'SUPERVISORS']).nullable(),
      action: z.enum(['NOTIFY', 'REASSIGN', 'RAISE', 'PAGE']),
      dueAt: instant.nullable(),
      isLate: z.boolean(),
    }),
  ),
}
