import * as z from 'zod'
import { command, day, event, instant, line, list, read, text, uuid, zone } from './kit.ts'
import { CustomFields, Priority, Tag } from './requestShapes.ts'

/** What happens to dates that went by while nothing ran: nothing, or one request for all of them. */
export const CatchUp = z.enum(['SKIP', 'ONE'])
export const RunOutcome = z.enum(['CREATED', 'SKIPPED', 'FAILED'])

const when = {
  /**
   * A recurrence rule of RFC 5545 by days or longer, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO`; of FREQ, INTERVAL,
   * COUNT, UNTIL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS and WKST, each once.
   */
  rule: line(300),
  startsOn: day,
  /** `08:30`, in the zone of the plan. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time such as 08:30.'),
  zone,
}

/** What each of its requests is made of. */
export const PlanTemplate = z.strictObject({
  requestTypeId: uuid.nullable().default(null),
  summary: line(500),
  description: text(20_000).nullable().default(null),
  priority: Priority.nullable().default(null),
  tags: z.array(Tag).max(20).default([]),
  assignedToId: uuid.nullable().default(null),
  assignedTeamId: uuid.nullable().default(null),
  /** A checklist of the desk that each of them begins with. */
  checklistTemplateId: uuid.nullable().default(null),
  /** The answers to the form of its kind; files and encrypted ones cannot be repeated. */
  answers: CustomFields.default({}),
})

export const PlanRun = z.strictObject({
  occursAt: instant,
  outcome: RunOutcome,
  /** Why there is no request. */
  reason: z.string().nullable(),
  /** Null where the reader may not see it. */
  requestId: uuid.nullable(),
  referenceNumber: z.string().nullable(),
})

export const Plan = z.strictObject({
  id: uuid,
  name: z.string(),
  serviceDeskId: uuid,
  deskName: z.string(),
  ...when,
  /** The rule in a sentence: "every 2 weeks on Monday at 08:30". */
  words: z.string(),
  template: PlanTemplate,
  catchUp: CatchUp,
  isPaused: z.boolean(),
  /** In whose name it asks. */
  ownerName: z.string(),
  nextRunAt: instant.nullable(),
  lastRun: PlanRun.nullable(),
  createdAt: instant,
  version: z.int(),
})

const fields = {
  name: line(120),
  serviceDeskId: uuid,
  ...when,
  template: PlanTemplate,
  catchUp: CatchUp,
  isPaused: z.boolean(),
}

export const plans = {
  list: read('GET /requests/recurring', {
    may: 'requests.supervise',
    summary: 'The plans of the desks one leads: which requests come again, and when',
    reply: list(Plan),
  }),
  create: command('POST /requests/recurring', {
    may: 'requests.supervise',
    summary: 'Plan requests that come again',
    body: z.strictObject({
      ...fields,
      catchUp: CatchUp.default('SKIP'),
      isPaused: z.boolean().default(false),
    }),
    reply: Plan,
    status: 201,
    errors: [409, 422],
    events: ['plan.created'],
    example: {
      body: {
        name: 'Check the UPS',
        serviceDeskId: '019acb3e-0000-7000-8000-000000000000',
        rule: 'FREQ=MONTHLY;BYDAY=1MO',
        startsOn: '2026-12-01',
        time: '08:30',
        zone: 'Europe/Madrid',
        template: { summary: 'Check the UPS in the server room' },
      },
    },
  }),
  preview: command('POST /requests/recurring/preview', {
    may: 'requests.supervise',
    summary: 'A rule in words, and its next six dates',
    body: z.strictObject(when),
    reply: z.strictObject({ words: z.string(), next: z.array(instant) }),
    errors: [422],
    log: false,
  }),
  update: command('PATCH /requests/recurring/:id', {
    may: 'requests.supervise',
    summary: 'Change a plan, pause it or let it go on',
    description: 'Dates that went by while it was paused are not caught up.',
    body: z
      .strictObject(fields)
      .omit({ serviceDeskId: true })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: Plan,
    errors: [409, 412, 422],
    events: ['plan.changed'],
  }),
  remove: command('DELETE /requests/recurring/:id', {
    may: 'requests.supervise',
    summary: 'Delete a plan; its requests stay',
    status: 204,
    errors: [412],
    events: ['plan.deleted'],
  }),
  runs: read('GET /requests/recurring/:id/runs', {
    may: 'requests.supervise',
    summary: 'The last fifty runs of a plan and its next six',
    reply: z.strictObject({ past: z.array(PlanRun), next: z.array(instant) }),
  }),
}

const named = z.strictObject({ name: z.string() })
export const planEvents = {
  'plan.stopped': event(
    'staff',
    'The plan {subject} could not run and is paused',
    z.strictObject({ name: z.string(), reason: z.string() }),
  ),
  'plan.created': event('staff', '{actor} planned {subject}', named),
  'plan.changed': event('staff', '{actor} changed the plan {subject}', named),
  'plan.deleted': event('staff', '{actor} deleted the plan {subject}', named),
  'plan.ran': event(
    'staff',
    'The plan {subject} ran',
    z.strictObject({ name: z.string(), occursAt: instant, outcome: RunOutcome }),
  ),
}
