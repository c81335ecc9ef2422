import * as z from 'zod'
import { AssetStatus } from './assetShapes.ts'
import { command, event, instant, line, list, read, text, uuid } from './kit.ts'

/** From the widest to the narrowest: each lies in one before it, of which any may be left out. */
export const locationKinds = ['SITE', 'BUILDING', 'FLOOR', 'ROOM', 'SHELF'] as const
export const LocationKind = z.enum(locationKinds)
export type LocationKind = z.output<typeof LocationKind>

/** Whether a place of this kind can lie in one of that. */
export const placeMayLieIn = (kind: LocationKind, above: LocationKind): boolean =>
  locationKinds.indexOf(kind) > locationKinds.indexOf(above)

const facts = {
  name: line(100),
  /** What it lies in; null stands alone. */
  parentId: uuid.nullable(),
  address: text(500).nullable(),
  /** Where things that nobody has are kept. */
  isStore: z.boolean(),
  /** The site of the company's tree of units that it is; for sites alone. */
  unitId: uuid.nullable(),
}

/** A place where things can be. */
export const Location = z.strictObject({
  id: uuid,
  kind: LocationKind,
  ...facts,
  /** The names from the site down to the place itself. */
  path: z.array(z.string()),
  isActive: z.boolean(),
  version: z.int(),
})
export type Location = z.output<typeof Location>

/** One place with what is in it and in everything below it. */
export const LocationWhole = Location.extend({
  updatedAt: instant,
  /** Places right in it that are in use. */
  childCount: z.int(),
  /** Things right in it, and with everything below. */
  thingCount: z.int(),
  thingCountBelow: z.int(),
  /** Of those with everything below: in stock, and free to be handed out. */
  availableCount: z.int(),
  byStatus: z.array(z.strictObject({ status: AssetStatus, count: z.int() })),
  byCategory: z.array(z.strictObject({ categoryId: uuid, name: z.string(), count: z.int() })),
  /** Of its site, those that the caller sees; null where it lies at no site of the company's units. */
  openRequestCount: z.int().nullable(),
})
export type LocationWhole = z.output<typeof LocationWhole>

export const locations = {
  list: read('GET /locations', {
    may: 'signed-in',
    exports: true,
    summary: 'Every place in use, parents before what lies in them; `parentId` makes it a tree',
    query: z.strictObject({ withRetired: z.stringbool().optional() }),
    reply: list(Location),
  }),
  add: command('POST /management/locations', {
    may: 'assets.manage',
    summary: 'Add a place: a site, building, floor, room or shelf',
    body: z.strictObject({
      kind: LocationKind,
      name: facts.name,
      parentId: facts.parentId.default(null),
      address: facts.address.default(null),
      isStore: facts.isStore.default(false),
      unitId: facts.unitId.default(null),
    }),
    reply: Location,
    status: 201,
    errors: [409, 422],
    events: ['location.added'],
    example: { body: { kind: 'SITE', name: 'Valencia', address: 'Carrer de la Pau 3, Valencia' } },
  }),
  get: read('GET /locations/:id', {
    may: 'assets.read',
    summary: 'One place with how many things are in it and in all that lies in it',
    reply: LocationWhole,
  }),
  change: command('PATCH /management/locations/:id', {
    may: 'assets.manage',
    summary: 'Rename a place, move it with all that lies in it, retire it or bring it back',
    description:
      'A place is retired when nothing in use lies in it; things that are still there stay, and nothing new comes.',
    body: z
      .strictObject({ ...facts, isActive: z.boolean() })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: Location,
    errors: [409, 412, 422],
    events: ['location.changed'],
    example: { body: { name: 'IT store' } },
  }),
  remove: command('DELETE /management/locations/:id', {
    may: 'assets.manage',
    summary: 'Delete a place in which nothing is and never was; one with a past is retired instead',
    status: 204,
    errors: [409, 412],
    events: ['location.removed'],
  }),
  qr: read('GET /locations/:id/qr', {
    may: 'assets.read',
    summary: 'The code to hang up in a place, as PNG: who scans it reports something from there',
    download: ['image/png'],
  }),
}

const named = z.strictObject({ kind: LocationKind })
export const locationEvents = {
  'location.added': event('staff', '{actor} added the place {ref}', named),
  'location.changed': event('staff', '{actor} changed the place {ref}', named),
  'location.removed': event('staff', '{actor} removed the place {ref}', named),
}
