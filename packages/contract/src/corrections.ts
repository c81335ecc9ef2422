import * as z from 'zod'
import { command, event, instant, line, list, read, text, uuid } from './kit.ts'
import { PersonRef, Priority, RequestStatus, WaitReason } from './requestShapes.ts'

export const correctionPermissions = {
  'requests.correct': 'Propose corrections of closed requests, which a second person confirms',
} as const

export const CorrectionState = z.enum(['PROPOSED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN'])
export type CorrectionState = z.output<typeof CorrectionState>

/** What a correction may set right: the state with what belongs to it, and what the request says. */
export const correctable = {
  status: RequestStatus,
  /** To be returned, what to ask whoever asked. */
  question: text(4000),
  waitReason: WaitReason,
  waitUntil: instant,
  resolutionCode: line(40),
  resolutionText: text(10_000),
  rejectionReason: text(4000),
  summary: line(500),
  description: text(20_000).nullable(),
  priority: Priority,
}
export type CorrectableField = keyof typeof correctable

/** A correction of a closed request, which one person proposes and another one confirms. */
export const Correction = z.strictObject({
  id: uuid,
  requestId: uuid,
  referenceNumber: z.string(),
  summary: z.string(),
  state: CorrectionState,
  reason: z.string(),
  /** `{resolutionCode: ["FIXED", "WORKAROUND"]}` */
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
  proposedBy: PersonRef,
  proposedAt: instant,
  decidedBy: PersonRef.nullable(),
  decidedAt: instant.nullable(),
  /** Why it was refused. */
  refusal: z.string().nullable(),
  /** The reader may be the second person, or take back what they proposed. */
  can: z.array(z.enum(['decide', 'withdraw'])),
})
export type Correction = z.output<typeof Correction>

const decided = { reply: Correction, errors: [409] as 409[] }

export const corrections = {
  waiting: read('GET /corrections', {
    may: 'requests.supervise',
    summary: 'Corrections that wait for a second person, the longest first',
    description: 'As far as the reader leads the desk; at most a hundred.',
    reply: list(Correction),
  }),
  ofRequest: read('GET /requests/:id/corrections', {
    may: 'requests.work',
    summary: 'The corrections of a request, the newest first, for who works on it',
    reply: list(Correction),
  }),
  propose: command('POST /requests/:id/corrections', {
    may: 'requests.correct',
    summary: 'Propose a correction of a closed request; a second person confirms it',
    description:
      'Nothing changes before that. The state may be any but SUBMITTED (nothing becomes untouched again), and APPROVED only where everyone agreed whose leave it needed.',
    body: z.strictObject({
      reason: text(4000),
      changes: z
        .strictObject(correctable)
        .partial()
        .refine((changes) => Object.keys(changes).length > 0, 'Say what to correct.'),
    }),
    reply: Correction,
    status: 201,
    errors: [409, 412, 422],
    events: ['correction.proposed'],
    example: {
      body: {
        reason: 'It was a workaround; the cause is still there.',
        changes: { resolutionCode: 'WORKAROUND' },
      },
    },
  }),
  confirm: command('POST /corrections/:id/confirm', {
    may: 'requests.supervise',
    summary: 'The second person confirms a correction, and it is made',
    ...decided,
    events: ['request.corrected', 'request.moved'],
  }),
  refuse: command('POST /corrections/:id/refuse', {
    may: 'requests.supervise',
    summary: 'The second person refuses a correction',
    body: z.strictObject({ reason: text(4000) }),
    ...decided,
    events: ['correction.refused'],
    example: { body: { reason: 'The supplier confirmed that it was fixed.' } },
  }),
  withdraw: command('POST /corrections/:id/withdraw', {
    may: 'requests.correct',
    summary: 'Whoever proposed a correction takes it back',
    ...decided,
    events: ['correction.withdrawn'],
  }),
}

const which = z.strictObject({ correctionId: uuid })
export const correctionEvents = {
  'correction.proposed': event('staff', '{actor} proposed a correction of {ref}', which),
  'correction.refused': event('staff', '{actor} refused a correction of {ref}', which),
  'correction.withdrawn': event('staff', '{actor} took back a correction of {ref}', which),
  /** Both people: who proposed it is in the data, who confirmed it is the actor. */
  'request.corrected': event(
    'everyone',
    '{actor} confirmed a correction of {ref}',
    z.strictObject({
      correctionId: uuid,
      proposedById: uuid,
      proposedByName: z.string(),
      reason: z.string(),
    }),
  ),
}
