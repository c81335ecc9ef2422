import * as z from 'zod'
import { command, day, event, instant, line, list, read, uuid, zone } from './kit.ts'

export const calendarPermissions = {
  'calendars.read': 'See working hours and holidays',
  'calendars.manage': 'Change working hours and holidays',
} as const

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'A time such as 09:00.')
/** A stretch of the day, half-open; `24:00` is its end. */
export const Hours = z.strictObject({ from: time, until: z.union([time, z.literal('24:00')]) })
/** Monday first. */
export const Week = z.array(z.array(Hours).max(12)).length(7)
export const Holiday = z.strictObject({ date: day, name: line(100) })

const fields = {
  name: line(80),
  zone,
  week: Week,
  holidays: z.array(Holiday).max(2_000),
  /** What holds for every desk and site that has none of its own. */
  isDefault: z.boolean(),
  /** The desks that keep it; a desk keeps one calendar, and moves here from another. */
  serviceDeskIds: z.array(uuid).max(200),
  /** The sites whose people keep it: for leave, and for whoever counts their days. */
  sites: z.array(line(100)).max(200),
}

export const Calendar = z.strictObject({
  id: uuid,
  ...fields,
  /** How many policies name it. */
  policyCount: z.int(),
  updatedAt: instant,
  version: z.int(),
})

export const calendars = {
  list: read('GET /management/calendars', {
    may: 'calendars.read',
    summary: 'Business calendars with their hours, holidays, desks and sites',
    reply: list(Calendar),
  }),
  create: command('POST /management/calendars', {
    may: 'calendars.manage',
    summary: 'Create a calendar',
    body: z.strictObject({
      name: fields.name,
      zone,
      week: Week,
      holidays: fields.holidays.default([]),
      isDefault: z.boolean().default(false),
      serviceDeskIds: fields.serviceDeskIds.default([]),
      sites: fields.sites.default([]),
    }),
    reply: Calendar,
    status: 201,
    errors: [409, 422],
    events: ['calendar.created'],
    example: {
      body: {
        name: 'Madrid office',
        zone: 'Europe/Madrid',
        week: [
          ...Array.from({ length: 5 }, () => [
            { from: '09:00', until: '14:00' },
            { from: '15:00', until: '18:00' },
          ]),
          [],
          [],
        ],
      },
    },
  }),
  update: command('PATCH /management/calendars/:id', {
    may: 'calendars.manage',
    summary: 'Change a calendar; open requests are counted anew by it',
    body: z
      .strictObject(fields)
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: Calendar,
    errors: [409, 412, 422],
    events: ['calendar.updated'],
  }),
  remove: command('DELETE /management/calendars/:id', {
    may: 'calendars.manage',
    summary: 'Delete a calendar that nothing keeps',
    status: 204,
    errors: [409, 412],
    events: ['calendar.deleted'],
  }),
  importHolidays: command('POST /management/calendars/:id/holidays/import', {
    may: 'calendars.manage',
    summary: 'Add the all-day events of an iCalendar file (RFC 5545) as holidays',
    description:
      'Days that are there already keep their name. Yearly ones are written out for ten years; events with a time of day are left out and counted. What cannot be read or comes more often than once a year is refused by name, and the rest is added. At most 1,000 events.',
    body: z.strictObject({ ics: z.string().min(1).max(900_000) }),
    reply: z.strictObject({
      calendar: Calendar,
      added: z.int(),
      known: z.int(),
      /** With a time of day. */
      leftOut: z.int(),
      refused: z.array(z.strictObject({ event: z.string(), why: z.string() })),
    }),
    errors: [412, 422],
    events: ['calendar.updated'],
  }),
  calc: read('GET /management/calendars/:id/calc', {
    may: 'calendars.read',
    summary: 'Try it: the moment after (or before) so many minutes, or the time between two moments',
    query: z
      .strictObject({
        from: instant,
        /** Business minutes; negative ones count back. */
        minutes: z.coerce.number().int().min(-525_600).max(525_600).optional(),
        until: instant.optional(),
      })
      .refine((query) => (query.minutes === undefined) !== (query.until === undefined), {
        message: 'Say minutes or until.',
        path: ['minutes'],
      }),
    reply: z.strictObject({
      from: instant,
      until: instant,
      /** Business seconds between the two. */
      seconds: z.int(),
      /** The open stretches between them, at most 200. */
      open: z.array(z.strictObject({ from: instant, until: instant })),
    }),
  }),
}

const named = z.strictObject({})
export const calendarEvents = {
  'calendar.created': event('staff', '{actor} created the calendar {ref}', named),
  'calendar.updated': event(
    'staff',
    '{actor} changed the calendar {ref}',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
  'calendar.deleted': event('staff', '{actor} deleted the calendar {ref}', named),
}
