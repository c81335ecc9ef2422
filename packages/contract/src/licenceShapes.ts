import * as z from 'zod'
import { day, instant, line, text, uuid } from './kit.ts'
import { LicenceTermState } from './licenceTermStates.ts'
import { Money } from './money.ts'

/** To whom its seats go: people, devices, or either. */
export const LicenceKind = z.enum(['PER_PERSON', 'PER_DEVICE', 'FLOATING'])
export type LicenceKind = z.output<typeof LicenceKind>

/** The most seats of one licence. */
export const mostSeats = 99_999

const named = z.strictObject({ id: uuid, name: z.string() })

/** How long before the end of a term notice must be given. */
export const NoticePeriod = z.strictObject({
  count: z.int().min(1).max(1_000),
  unit: z.enum(['DAYS', 'MONTHS']),
})
export type NoticePeriod = z.output<typeof NoticePeriod>

/** What one seat costs in each of these periods. */
export const SeatCost = z.strictObject({
  money: Money.extend({
    amount: z
      .string()
      .regex(/^\d{1,10}$/, 'Minor units as text, up to ten digits, such as "1250" for 12.50.'),
  }),
  per: z.enum(['MONTH', 'YEAR', 'TERM']),
})
export type SeatCost = z.output<typeof SeatCost>

const termFields = {
  startsOn: day,
  /** Its last day; without it the term never ends. */
  endsOn: day.nullable(),
  /** When the next one is paid or signed; not the same as the end or the last day to give notice. */
  renewsOn: day.nullable(),
  notice: NoticePeriod.nullable(),
  /** Goes on for as long again where nobody gives notice. */
  renewsItself: z.boolean(),
  cost: SeatCost.nullable(),
  contractNumber: line(100).nullable(),
}
const { startsOn, ...mayBeLeftOut } = termFields

export const newTerm = z.strictObject({ startsOn, ...z.strictObject(mayBeLeftOut).partial().shape })
export type NewTerm = z.output<typeof newTerm>
export const changedTerm = z
  .strictObject(termFields)
  .partial()
  .refine((body) => Object.keys(body).length > 0, 'Say what to change.')

/** For how long, at what cost, and until when one must say that it is not to go on. */
export const LicenceTerm = z.strictObject({
  id: uuid,
  state: LicenceTermState,
  ...termFields,
  cost: z.strictObject({ money: Money, per: z.enum(['MONTH', 'YEAR', 'TERM']) }).nullable(),
  contractNumber: z.string().nullable(),
  /** The last day on which notice can be given. */
  noticeBy: day.nullable(),
  noticeGivenOn: day.nullable(),
  /** Where it can be moved now. */
  moves: z.array(LicenceTermState),
  version: z.int(),
})
export type LicenceTerm = z.output<typeof LicenceTerm>

/** A licence or subscription in a list. */
export const LicenceRow = z.strictObject({
  id: uuid,
  name: z.string(),
  publisher: z.string().nullable(),
  kind: LicenceKind,
  seats: z.int(),
  used: z.int(),
  free: z.int(),
  /** Fewer free than this is too few. */
  minimumFree: z.int().nullable(),
  isLow: z.boolean(),
  hasKey: z.boolean(),
  owner: named.nullable(),
  /** Of the desk that keeps it; null where any technician may. */
  deskId: uuid.nullable(),
  deskName: z.string().nullable(),
  software: named.nullable(),
  /** The one that runs, or the latest; null where none was written down, and then it holds for good. */
  term: LicenceTerm.nullable(),
  /** Its last term is over and none runs or is planned. */
  isOver: z.boolean(),
  retiredAt: instant.nullable(),
  version: z.int(),
  updatedAt: instant,
})
export type LicenceRow = z.output<typeof LicenceRow>

export const Licence = LicenceRow.extend({
  supplier: z.string().nullable(),
  orderNumber: z.string().nullable(),
  notes: z.string().nullable(),
  /** The latest first. */
  terms: z.array(LicenceTerm),
  /** Of the software that it is for: devices that have it, and seats of all its licences that run. */
  installed: z.strictObject({ installs: z.int(), entitled: z.int() }).nullable(),
  createdAt: instant,
})
export type Licence = z.output<typeof Licence>

const licenceFields = {
  name: line(200),
  kind: LicenceKind,
  seats: z.int().min(0).max(mostSeats),
  publisher: line(120).nullable(),
  minimumFree: z.int().min(0).max(mostSeats).nullable(),
  ownerId: uuid.nullable(),
  /** The desk whose technicians change it; null where those of any may. */
  deskId: uuid.nullable(),
  softwareTitleId: uuid.nullable(),
  supplier: line(120).nullable(),
  orderNumber: line(100).nullable(),
  notes: text(4000).nullable(),
  /** Kept encrypted and never answered but by its own route; null takes it away. */
  key: text(4000).nullable(),
}
const { name, kind, seats, ...optional } = licenceFields
export const newLicence = z.strictObject({
  name,
  kind,
  seats,
  ...z.strictObject(optional).partial().shape,
  /** Its first term. */
  term: newTerm.optional(),
})
export const changedLicence = z
  .strictObject(licenceFields)
  .partial()
  .refine((body) => Object.keys(body).length > 0, 'Say what to change.')

/** Why a seat is free again: somebody said so, the thing came back or left, the person left, the licence was retired. */
export const FreedBecause = z.enum(['FREED', 'CHECKED_IN', 'THING_GONE', 'PERSON_LEFT', 'RETIRED'])
export type FreedBecause = z.output<typeof FreedBecause>

export const LicenceSeat = z.strictObject({
  id: uuid,
  person: named.nullable(),
  asset: z.strictObject({ id: uuid, assetTag: z.string(), name: z.string().nullable() }).nullable(),
  note: z.string().nullable(),
  assignedAt: instant,
  /** Null is Deskhand itself. */
  assignedByName: z.string().nullable(),
  freedAt: instant.nullable(),
  freedByName: z.string().nullable(),
  freedBecause: FreedBecause.nullable(),
})
export type LicenceSeat = z.output<typeof LicenceSeat>

/** A seat that somebody or something has, seen from there. */
export const HeldSeat = z.strictObject({
  id: uuid,
  licence: z.strictObject({
    id: uuid,
    name: z.string(),
    publisher: z.string().nullable(),
    kind: LicenceKind,
    isOver: z.boolean(),
  }),
  note: z.string().nullable(),
  assignedAt: instant,
})
export type HeldSeat = z.output<typeof HeldSeat>

/** A term with the next of its days. */
export const LicenceRenewal = z.strictObject({
  licence: z.strictObject({
    id: uuid,
    name: z.string(),
    publisher: z.string().nullable(),
    seats: z.int(),
    used: z.int(),
  }),
  owner: named.nullable(),
  term: LicenceTerm,
  nextOn: day,
  next: z.enum(['NOTICE', 'RENEWAL', 'END']),
  /** What all its seats cost in one period. */
  total: Money.nullable(),
})
export type LicenceRenewal = z.output<typeof LicenceRenewal>
