import { moves } from './moves.ts'

export type RequestState =
  | 'SUBMITTED'
  | 'IN_REVIEW'
  | 'ACTION_REQUIRED'
  | 'APPROVED'
  | 'IN_PROGRESS'
  | 'WAITING'
  | 'RESOLVED'
  | 'REJECTED'

/** What a move may ask for: the fields of `POST /requests/:id/transitions` beside `to`. */
export type MoveField = 'reason' | 'question' | 'waitReason' | 'resolutionCode' | 'resolutionText'

const desk = ['technician'] as const
const resolve = {
  by: ['technician', 'requester'],
  requires: ['resolutionCode', 'resolutionText'],
  word: 'resolved',
} as const
const ask = { by: desk, requires: ['question'], word: 'sent back with a question' } as const
const reject = { by: ['supervisor'], requires: ['reason'], word: 'rejected' } as const
const wait = { by: ['technician', 'system'], requires: ['waitReason'], word: 'put on hold' } as const
const review = { by: ['technician', 'system'], word: 'sent to review' } as const

/**
 * The life of a request: 33 legal moves of 64. A requester's own move to RESOLVED is a withdrawal and asks
 * for nothing; `RESOLVED → IN_PROGRESS` is a reopening and `REJECTED → IN_REVIEW` an appeal, for which the
 * requester gives a reason. Closing is not a state: it sets `closedAt` on a resolved or rejected request.
 */
export const requestStates = moves<RequestState, MoveField>(
  'request',
  {
    SUBMITTED: { adjective: 'new', become: 'be made new again' },
    IN_REVIEW: { adjective: 'reviewed', become: 'be sent to review', already: 'in review' },
    ACTION_REQUIRED: { adjective: 'returned', become: 'be sent back with a question' },
    APPROVED: { adjective: 'approved', become: 'be approved', already: 'approved' },
    IN_PROGRESS: { adjective: 'started', become: 'be started', already: 'in progress' },
    WAITING: { adjective: 'waiting', become: 'be put on hold', already: 'on hold' },
    RESOLVED: { adjective: 'resolved', become: 'be resolved', already: 'resolved' },
    REJECTED: { adjective: 'rejected', become: 'be rejected', already: 'rejected' },
  },
  {
    SUBMITTED: {
      IN_REVIEW: review,
      ACTION_REQUIRED: ask,
      IN_PROGRESS: { by: ['technician', 'supervisor'], word: 'started' },
      RESOLVED: resolve,
      REJECTED: reject,
    },
    IN_REVIEW: {
      ACTION_REQUIRED: { ...ask, by: ['technician', 'approver'] },
      APPROVED: { by: ['system'], word: 'approved' },
      IN_PROGRESS: { by: desk, word: 'started' },
      RESOLVED: resolve,
      REJECTED: { ...reject, by: ['approver', 'supervisor'] },
    },
    ACTION_REQUIRED: {
      IN_REVIEW: { by: ['requester', 'system'], word: 'sent to review' },
      APPROVED: { by: ['requester', 'system'], word: 'approved' },
      IN_PROGRESS: { by: ['requester', 'technician'], word: 'started again' },
      RESOLVED: { ...resolve, by: ['technician', 'system', 'requester'] },
      REJECTED: reject,
    },
    APPROVED: {
      IN_REVIEW: { by: ['system'], word: 'sent back to review' },
      ACTION_REQUIRED: ask,
      IN_PROGRESS: { by: ['technician', 'system'], word: 'started' },
      WAITING: wait,
      RESOLVED: { ...resolve, by: ['technician', 'system', 'requester'] },
      REJECTED: reject,
    },
    IN_PROGRESS: {
      IN_REVIEW: review,
      ACTION_REQUIRED: ask,
      WAITING: wait,
      RESOLVED: resolve,
      REJECTED: reject,
    },
    WAITING: {
      IN_REVIEW: { by: ['system'], word: 'sent back to review' },
      ACTION_REQUIRED: ask,
      IN_PROGRESS: { by: ['technician', 'system'], word: 'started again' },
      RESOLVED: resolve,
      REJECTED: reject,
    },
    RESOLVED: {
      IN_PROGRESS: { by: ['requester', 'technician'], requires: ['reason'], word: 'reopened' },
    },
    REJECTED: {
      IN_REVIEW: { by: ['requester', 'supervisor'], requires: ['reason'], word: 'sent back to review' },
    },
  },
)

/** What goes along with a field that a move asks for. */
const besides = { waitUntil: 'waitReason', waitDays: 'waitReason', waitFor: 'waitReason' } as const
type Said = Partial<Record<MoveField | keyof typeof besides, unknown>>

/** The states that a move must lead to for it to ask for a field; a reason is taken by every move. */
const goalsOf = (field: MoveField): RequestState[] =>
  requestStates.states.filter((to) =>
    requestStates.states.some((from) => requestStates.find(from, to)?.requires?.includes(field)),
  )

const takers = new Map<string, RequestState[]>(
  (['question', 'waitReason', 'resolutionCode', 'resolutionText'] as const).map((field) => [
    field,
    goalsOf(field),
  ]),
)
for (const [field, asked] of Object.entries(besides)) takers.set(field, takers.get(asked) ?? [])

/** The fields that a move says and does not use, each with a sentence that names the move that takes it. */
export function unusedFields(move: Said & { to: RequestState }): { field: string; message: string }[] {
  return Object.entries(move).flatMap(([field, value]) => {
    const goals = takers.get(field)
    return value === undefined || !goals || goals.includes(move.to)
      ? []
      : [{ field, message: `A move to ${move.to} does not use this; a move to ${goals.join(' or ')} does.` }]
  })
}
