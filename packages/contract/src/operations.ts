import * as z from 'zod'
import { command, event, instant, list, page, paging, read, uuid } from './kit.ts'

/** How long after its end an operation can be undone. */
export const undoWindow = { hours: 24 }

/** The most subjects of one operation. */
export const operationLimit = 5_000

export const OperationState = z.enum(['RUNNING', 'DONE', 'CANCELLED'])

/** Many changes that are one deed. */
export const Operation = z.strictObject({
  id: uuid,
  /** `requests.bulk`, `requests.merge`, `undo` … */
  kind: z.string(),
  /** "Set the priority of 17 requests" */
  summary: z.string(),
  state: OperationState,
  total: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  startedById: uuid.nullable(),
  startedByName: z.string(),
  startedAt: instant,
  endedAt: instant.nullable(),
  /** The operation that this one undid. */
  undoesId: uuid.nullable(),
  /** By which operation, whom and when it was undone. */
  undone: z.strictObject({ operationId: uuid, byName: z.string(), at: instant }).nullable(),
  /** Until when it can be undone; null where it cannot. */
  undoableUntil: instant.nullable(),
})

/** How one subject of an operation fared. */
export const OperationResult = z.strictObject({
  subjectType: z.string(),
  subjectId: uuid,
  subjectRef: z.string().nullable(),
  outcome: z.enum(['pending', 'changed', 'unchanged', 'refused']),
  /** What the same change alone would have answered: 200, 403, 404, 409, 422. */
  status: z.int().nullable(),
  code: z.string().nullable(),
  /** Why it was refused. */
  detail: z.string().nullable(),
  /** The moves that are there instead. */
  allowed: z.array(z.string()).nullable(),
  /** `{field: [before, after]}` */
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
})

export type Operation = z.output<typeof Operation>
export type OperationResult = z.output<typeof OperationResult>

export const operations = {
  list: read('GET /operations', {
    may: 'requests.work',
    summary:
      'What people changed at once, newest first: own deeds, and those that touched a desk that one leads',
    query: z.strictObject({
      state: OperationState.optional(),
      /** Those alone of which something was refused, or that were stopped. */
      isIncomplete: z.stringbool().optional(),
      ...paging,
    }),
    reply: page(Operation),
  }),
  get: read('GET /operations/:id', {
    may: 'signed-in',
    summary: 'How far an operation is: for whoever began it, and who leads a desk that it touched',
    reply: Operation,
  }),
  results: read('GET /operations/:id/results', {
    may: 'signed-in',
    summary: 'How each subject of an operation fared, in its order',
    query: z.strictObject({
      outcome: z.enum(['pending', 'changed', 'unchanged', 'refused']).optional(),
      ...paging,
    }),
    reply: page(OperationResult),
  }),
  download: read('GET /operations/:id/results.csv', {
    may: 'signed-in',
    summary: 'The same as a table for spreadsheets (RFC 4180); cells that would be formulas are disarmed',
    download: ['text/csv'],
  }),
  cancel: command('POST /operations/:id/cancel', {
    may: 'signed-in',
    summary: 'Stop an operation: what is done stays, the rest is left alone',
    reply: Operation,
    errors: [409],
    events: ['operation.ended'],
  }),
  undoable: read('GET /undo', {
    may: 'signed-in',
    summary: 'What the caller did lately and can still undo, newest first',
    reply: list(Operation),
  }),
  undo: command('POST /undo/:operationId', {
    may: 'signed-in',
    summary: 'Undo an operation within 24 hours: its doer, or who leads the desk',
    description:
      'Writes compensating events; nothing is rewritten. Where something was changed since, nothing happens and `conflicts` names it; `rest: true` undoes the others. What is large runs on: look at `state`, and at `GET /operations/:id` with the `operationId` of the answer.',
    body: z.strictObject({
      /** Undo what can be undone and leave the rest. */
      rest: z.boolean().default(false),
    }),
    reply: z.strictObject({
      /** Of the undoing; it cannot be undone itself. */
      operationId: uuid,
      state: OperationState,
      results: z.array(OperationResult),
    }),
    errors: [409],
    events: ['operation.begun', 'operation.ended'],
  }),
}

const counts = { total: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int() }

export const operationEvents = {
  'operation.begun': event(
    'person',
    '{actor} began: {ref}',
    z.strictObject({ kind: z.string(), summary: z.string(), total: z.int() }),
  ),
  'operation.progressed': event('person', '{ref} goes on', z.strictObject(counts)),
  'operation.ended': event(
    'person',
    '{actor} ended: {ref}',
    z.strictObject({ kind: z.string(), summary: z.string(), ...counts }),
  ),
}
