import * as z from 'zod'
import { command, event, instant, list, read, text, uuid } from './kit.ts'
import { Currency } from './money.ts'

export const TimeKind = z.enum(['WORK', 'CALL', 'TRAVEL', 'RESEARCH', 'OTHER'])
export type TimeKind = z.output<typeof TimeKind>

/** What an hour costs: minor units as text, as all money. */
export const HourlyRate = z.strictObject({
  amount: z.string().regex(/^\d{1,12}$/, 'Minor units as a whole number, such as 4500 for 45.00.'),
  currency: Currency,
})
export type HourlyRate = z.output<typeof HourlyRate>

export const TimeEntry = z.strictObject({
  id: uuid,
  requestId: uuid,
  personId: uuid,
  personName: z.string(),
  type: TimeKind,
  note: z.string().nullable(),
  startedAt: instant,
  /** Null while the timer runs. */
  seconds: z.int().nullable(),
  isBillable: z.boolean(),
  rate: HourlyRate.nullable(),
  /** When somebody last corrected it; the history says what it was. */
  correctedAt: instant.nullable(),
  /** The caller may correct and delete it. */
  isMine: z.boolean(),
})
export type TimeEntry = z.output<typeof TimeEntry>

/** One change of an entry, with what was there before and after it. */
export const TimeChange = z.strictObject({
  what: z.enum(['CORRECTED', 'DELETED', 'RESTORED']),
  at: instant,
  byName: z.string(),
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
})
export type TimeChange = z.output<typeof TimeChange>

/** A day, the most that one entry holds. */
export const longestEntry = 1440

const said = {
  type: TimeKind,
  note: text(1_000).nullable(),
  isBillable: z.boolean(),
  /** Only of billable time. */
  rate: HourlyRate.nullable(),
}
const minutes = z.int().min(1).max(longestEntry)

export const times = {
  list: read('GET /requests/:id/time-entries', {
    may: 'requests.work',
    summary: 'The time booked on a request, newest first, and its sums',
    reply: list(TimeEntry).extend({
      totals: z.strictObject({
        seconds: z.int(),
        billableSeconds: z.int(),
        /** What the billable time costs, by currency. */
        costs: z.array(HourlyRate),
      }),
    }),
  }),
  running: read('GET /requests/timer', {
    may: 'requests.work',
    summary: 'My running timer, wherever it runs',
    reply: z.strictObject({
      timer: z
        .strictObject({ id: uuid, requestId: uuid, referenceNumber: z.string(), startedAt: instant })
        .nullable(),
    }),
  }),
  history: read('GET /requests/:id/time-entries/:entryId/history', {
    may: 'requests.work',
    summary: 'Who corrected, deleted or restored an entry, the newest first, with what was there before',
    reply: list(TimeChange),
  }),
  book: command('POST /requests/:id/time-entries', {
    may: 'requests.work',
    summary: 'Book time; without minutes a timer starts, and everybody has one at most',
    body: z.strictObject({
      minutes: minutes.optional(),
      startedAt: instant.optional(),
      type: said.type.default('WORK'),
      note: said.note.default(null),
      isBillable: said.isBillable.default(false),
      rate: said.rate.default(null),
    }),
    example: { body: { minutes: 25, type: 'CALL' } },
    reply: TimeEntry,
    status: 201,
    errors: [409, 422],
    events: ['time.started', 'time.booked'],
  }),
  correct: command('PATCH /requests/:id/time-entries/:entryId', {
    may: 'requests.work',
    summary: 'Stop a timer, or correct an entry: one’s own, or as supervisor anybody’s',
    body: z
      .strictObject({ ...said, minutes, startedAt: instant, isRunning: z.literal(false) })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    example: { body: { isRunning: false } },
    reply: TimeEntry,
    errors: [409, 422],
    events: ['time.stopped', 'time.corrected'],
  }),
  remove: command('DELETE /requests/:id/time-entries/:entryId', {
    may: 'requests.work',
    summary: 'Delete an entry: one’s own, or as supervisor anybody’s',
    status: 204,
    errors: [409],
    events: ['time.deleted'],
  }),
  restore: command('POST /requests/:id/time-entries/:entryId/restore', {
    may: 'requests.work',
    summary: 'Bring back a deleted entry: one’s own, or as supervisor anybody’s',
    reply: TimeEntry,
    errors: [409],
    events: ['time.restored'],
  }),
}

const about = z.strictObject({ entryId: uuid, personId: uuid, seconds: z.int().nullable() })

export const timeEvents = {
  'time.started': event('staff', '{actor} started a timer on {ref}', about),
  'time.stopped': event('staff', '{actor} stopped a timer on {ref}', about),
  'time.booked': event('staff', '{actor} booked time on {ref}', about),
  'time.corrected': event('staff', '{actor} corrected booked time on {ref}', about),
  'time.deleted': event('staff', '{actor} deleted booked time on {ref}', about),
  'time.restored': event('staff', '{actor} brought back deleted time on {ref}', about),
}
