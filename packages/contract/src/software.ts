import * as z from 'zod'
import { command, day, event, instant, line, list, page, paging, read, uuid } from './kit.ts'

/** A title under one name, however many versions of it and spellings agents report. */
export const SoftwareTitle = z.strictObject({
  id: uuid,
  name: z.string(),
  publisher: z.string().nullable(),
  isForbidden: z.boolean(),
  /** Devices that have it, under whichever of its names. */
  installs: z.int(),
  /** The title that it counts as. */
  mergedIntoId: uuid.nullable(),
  version: z.int(),
})
export type SoftwareTitle = z.output<typeof SoftwareTitle>

const Install = z.strictObject({
  assetId: uuid.nullable(),
  assetTag: z.string().nullable(),
  deviceName: z.string().nullable(),
  personName: z.string().nullable(),
  softwareVersion: z.string(),
  installedOn: day.nullable(),
  foundAt: instant,
})

export const SoftwareDetails = SoftwareTitle.extend({
  mergedIntoName: z.string().nullable(),
  /** Whether the caller may rename, merge and forbid it: whoever keeps things that agents report. */
  mayChange: z.boolean(),
  /** How many devices have which version, the most first. */
  versions: z.array(z.strictObject({ softwareVersion: z.string(), installs: z.int() })),
  /** Seats of its licences that run now; null where it has none. */
  entitled: z.int().nullable(),
  licences: z.array(z.strictObject({ id: uuid, name: z.string(), seats: z.int(), used: z.int() })),
  /** Titles that count as this one. */
  merged: z.array(z.strictObject({ id: uuid, name: z.string() })),
  /** Where it is; the first 200. */
  where: z.array(Install),
})
export type SoftwareDetails = z.output<typeof SoftwareDetails>

export const InstalledSoftware = z.strictObject({
  titleId: uuid,
  name: z.string(),
  publisher: z.string().nullable(),
  softwareVersion: z.string(),
  installedOn: day.nullable(),
  foundAt: instant,
  isForbidden: z.boolean(),
})
export type InstalledSoftware = z.output<typeof InstalledSoftware>

export const software = {
  list: read('GET /software', {
    exports: true,
    may: 'assets.read',
    summary: 'What is installed, by title, in the order of names',
    query: z.strictObject({
      q: line(200).optional(),
      isForbidden: z.stringbool().optional(),
      ...paging,
    }),
    reply: page(SoftwareTitle),
  }),
  get: read('GET /software/:id', {
    may: 'assets.read',
    summary: 'One title: its versions, the names it goes by, where it is installed',
    reply: SoftwareDetails,
  }),
  change: command('PATCH /software/:id', {
    may: 'assets.work',
    summary: 'Rename a title, forbid it, or let it count as another',
    description:
      'For admins and the technicians of desks that keep things which agents report. `mergedIntoId` lets a title count as another, also in reports to come; null takes that back. Nothing of what agents report is lost.',
    body: z
      .strictObject({
        name: line(200),
        publisher: line(120).nullable(),
        isForbidden: z.boolean(),
        mergedIntoId: uuid.nullable(),
      })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: SoftwareDetails,
    errors: [409, 412, 422],
    events: ['software.updated'],
    example: { body: { isForbidden: true } },
  }),
  ofAsset: read('GET /assets/:id/software', {
    may: 'assets.read',
    summary: 'What is installed on a thing, as its agent said last',
    reply: list(InstalledSoftware),
  }),
}

export const softwareEvents = {
  'software.updated': event(
    'staff',
    '{actor} changed the software {ref}',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
  'software.forbidden_found': event(
    'staff',
    'Forbidden software is on {ref}',
    z.strictObject({ titles: z.array(z.string()) }),
  ),
}
