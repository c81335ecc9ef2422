import * as z from 'zod'
import { departments } from './departments.ts'
import { command, day, event, line, list, read, text, uuid } from './kit.ts'

/** What a leave has come to: asked for, granted, or granted and not taken after all. */
export const LeaveState = z.enum(['ASKED', 'GRANTED', 'CANCELLED'])

const year = z.coerce.number().int().min(1900).max(2999)
const days = z.number().min(0).max(366).multipleOf(0.5, 'Whole or half days.')

/** One kind of leave in one year. */
const LeaveBalance = z.strictObject({
  leaveType: z.string(),
  /** As the form calls it. */
  label: z.string(),
  /** How many days there are; null where nobody set a number. */
  allowed: z.number().nullable(),
  /** Granted days that have gone by, those still to come, and those that are asked for. */
  taken: z.number(),
  planned: z.number(),
  asked: z.number(),
  /** What is left after all of these. */
  left: z.number().nullable(),
})

/** So many days of a kind of leave from this year on, for everybody or for one person. */
export const LeaveAllowance = z.strictObject({
  leaveType: z.string(),
  year: z.int(),
  person: z.strictObject({ id: uuid, name: z.string() }).nullable(),
  days: z.number(),
})

const AwaySpan = z.strictObject({
  fromDate: day,
  untilDate: day,
  /** Asked for is seen by the person, who leads them, and HR. */
  isAsked: z.boolean(),
  /** Why somebody is away is for the same people; null for everybody else, and for what is no leave. */
  leaveType: z.string().nullable(),
  requestId: uuid.nullable(),
})

export const leave = {
  cancel: command('POST /hr/leave-requests/:id/cancel', {
    may: 'requests.read',
    summary: 'Cancel a leave that was granted and has not begun',
    description:
      'The days are free again at once: in the balance, in the calendar, and for whoever gives out work. Who approved it and who has it in hand are told. What is not granted yet is withdrawn instead.',
    body: z.strictObject({ reason: text(2000).optional() }),
    reply: departments.leaveRequests.get.reply,
    errors: [409, 412],
    events: ['leave.cancelled', 'request.moved'],
  }),
  balances: read('GET /hr/leave-balances/me', {
    may: 'requests.create',
    summary: 'My days of leave in a year, by kind: allowed, taken, planned, asked for, left',
    query: z.strictObject({ year: year.optional() }),
    reply: z.strictObject({ year: z.int(), data: z.array(LeaveBalance) }),
  }),
  calendar: read('GET /hr/leave-calendar', {
    may: 'requests.create',
    summary: 'Who is away when: my team, for HR and admins everybody; why only for who may know',
    query: z
      .strictObject({ from: day, until: day, department: line(100).optional() })
      .refine(({ from, until }) => until >= from && Date.parse(until) - Date.parse(from) < 93 * 86_400_000, {
        message: 'At most 93 days, the first one first.',
        path: ['until'],
      }),
    reply: z.strictObject({
      data: z.array(
        z.strictObject({ id: uuid, name: z.string(), isMe: z.boolean(), away: z.array(AwaySpan) }),
      ),
    }),
  }),
  allowances: read('GET /hr/leave-allowances', {
    may: 'requests.read_desk',
    summary: 'How many days of leave there are, for everybody and for single people; for HR and admins',
    reply: list(LeaveAllowance),
  }),
  setAllowance: command('PUT /hr/leave-allowances', {
    may: 'requests.read_desk',
    summary: 'Set the days of a kind of leave from a year on; null takes the number away',
    body: z.strictObject({
      leaveType: line(100),
      year: z.int().min(1900).max(2999),
      personId: uuid.nullable().default(null),
      days: days.nullable(),
    }),
    reply: list(LeaveAllowance),
    errors: [422],
    events: ['leave.allowance_set'],
    example: { body: { leaveType: 'ANNUAL', year: 2027, days: 23 } },
  }),
}

export const leaveEvents = {
  'leave.cancelled': event(
    'everyone',
    '{actor} cancelled the leave {ref}',
    z.strictObject({ to: z.literal('CANCELLED'), personIds: z.array(uuid) }),
  ),
  'leave.allowance_set': event(
    'nobody',
    '{actor} set days of leave',
    z.strictObject({ leaveType: z.string(), year: z.int(), personId: uuid.nullable() }),
  ),
}
