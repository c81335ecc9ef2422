import type { AssetFields } from '@deskhand/contract'
import { monthsAfter } from '../assets/rules.ts'
import type { StarterKind } from '../companies/starter/things.ts'
import type { Calendar } from './calendar.ts'
import { lessor, type ModelText, suppliers } from './content/thingsCatalogue.ts'
import type { Random } from './random.ts'
import type { Person } from './shapes.ts'
import type { SitePlaces } from './thingsPlaces.ts'
import { beginThing, happens, type Keeper, type Thing } from './thingsStory.ts'

export const day = 86_400_000
const month = 30.44 * day

export type Model = { id: string; text: ModelText }
export type Kind = StarterKind & { id: string; deskId: string | null }
/** What somebody was asked to sign when they got a thing; the row is made when everything has its tag. */
export type Signing = {
  id: string
  thing: Thing
  person: Person
  askedAt: number
  signedAt: number | null
  by: Keeper
  condition: AssetFields['condition']
  endedAt: number | null
}

/** What somebody gave back, and to whom. */
export type Returned = Pick<Signing, 'thing' | 'person' | 'by' | 'condition'> & { at: number }

/** Everything that the tales of one company's things are told with. */
export type Yard = {
  companyId: string
  random: Random
  calendar: Calendar
  currency: string
  /** When what was there before was brought in from a list. */
  start: number
  present: number
  kinds: Map<string, Kind>
  models: Model[]
  places: Map<string, SitePlaces>
  keepers: Map<string, Keeper>
  keeper: Keeper
  things: Thing[]
  signings: Signing[]
  returns: Returned[]
  serials: Set<string>
}

/** Some time of a working day near this moment, and always in the past. */
export function near({ calendar, random, present }: Yard, wanted: number): number {
  const ms = Math.min(wanted, present - day)
  const minutes = 9 * 60 + random.int(5, 460)
  const at = calendar.workdayAfter(ms, 0, minutes)
  return at < present ? at : calendar.workdayAfter(ms, -1, minutes)
}

export const keeperAt = (yard: Yard, site: string): Keeper => yard.keepers.get(site) ?? yard.keeper
export const placesAt = (yard: Yard, site: string): SitePlaces => {
  const places = yard.places.get(site) ?? [...yard.places.values()][0]
  if (!places) throw new Error('A company has a place.')
  return places
}
/** Where a site keeps what nobody has. */
export const storeAt = (yard: Yard, site: string): string => {
  const { shelves, store } = placesAt(yard, site)
  return (shelves.length > 0 ? yard.random.pick(shelves) : store).id
}
export const kindOf = (yard: Yard, name: string): Kind => {
  const kind = yard.kinds.get(name)
  if (!kind) throw new Error(`There is no kind ${name}.`)
  return kind
}

/** A model that was sold then; `makers` first, if they had any. */
export function modelFor(yard: Yard, kind: string, at: number, makers: readonly string[] = []): Model {
  const age = (yard.present - at) / month
  const all = yard.models.filter(({ text }) => text.kind === kind)
  const wished = all.filter(({ text }) => makers.length === 0 || makers.includes(text.maker))
  const off = ({ text: { bought } }: Model) => Math.max(bought[0] - age, age - bought[1], 0)
  const nearest = (wished.length > 0 ? wished : all).toSorted((one, other) => off(one) - off(other))
  const fitting = nearest.filter((model) => off(model) === off(nearest[0] ?? model))
  return yard.random.pick(fitting)
}

type Bought = {
  kind: string
  site: string
  /** The day on the invoice. */
  at: number
  makers?: readonly string[]
  model?: Model
  /** What it is where it was there before the company began with Deskhand. */
  was?: Partial<AssetFields>
  isLeased?: boolean
}

/** A thing that was bought: brought in from the old list, or put into stock when it arrived. */
export function buy(yard: Yard, bought: Bought): Thing {
  const { random, start, companyId } = yard
  const { kind: name, site, at, was, isLeased = false } = bought
  const kind = kindOf(yard, name)
  const model = bought.model ?? modelFor(yard, name, at, bought.makers)
  const by = keeperAt(yard, site)
  const given = { ...factsOf(yard, kind, model, at), ...(isLeased && leaseFrom(at)) }
  const begin = { companyId, deskId: kind.deskId, kind: name, random }
  const { id: categoryId } = kind
  const stored = { status: 'IN_STOCK', subStatus: 'AVAILABLE', locationId: storeAt(yard, site) } as const
  const add = (when: number, more: Partial<AssetFields> & Pick<AssetFields, 'status'>): Thing => {
    const thing = beginThing(begin, when, by, { ...given, categoryId, ...more })
    yard.things.push(thing)
    return thing
  }
  if (at < start) {
    const when = start + (random.int(0, 90) + 120) * 60_000
    return add(when, { condition: 'GOOD', source: 'import', ...stored, ...was })
  }
  if (!ordered.has(name)) return add(near(yard, at), { condition: 'NEW', ...stored })
  const { serialNumber } = given
  const thing = add(near(yard, Math.max(start + day, at - random.int(6, 18) * day)), {
    status: 'ORDERED',
    serialNumber: null,
  })
  const arrived = near(yard, at)
  const { status, ...where } = stored
  move(
    yard,
    thing,
    arrived,
    by,
    status,
    where.subStatus,
    {},
    { locationId: where.locationId, condition: 'NEW' },
  )
  happens(thing, companyId, arrived, by, 'asset.updated', { fields: ['serialNumber'] }, { serialNumber })
  return thing
}
const ordered = new Set(['Laptop', 'Phone', 'Tablet', 'Server', 'Network', 'Vehicle'])

/** What is on order and did not arrive yet. */
export function order(yard: Yard, { kind: name, site, at }: Bought): Thing {
  const kind = kindOf(yard, name)
  const { companyId, random } = yard
  const facts = factsOf(yard, kind, modelFor(yard, name, at), at)
  const begin = { companyId, deskId: kind.deskId, kind: name, random }
  const thing = beginThing(begin, near(yard, at), keeperAt(yard, site), {
    ...facts,
    serialNumber: null,
    warrantyEndsOn: null,
    endOfLifeOn: null,
    categoryId: kind.id,
    status: 'ORDERED',
  })
  yard.things.push(thing)
  return thing
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const leaseFrom = (at: number): Partial<AssetFields> => ({
  ownership: 'LEASED',
  lessor,
  leaseEndsOn: monthsAfter(dayOf(at), 36),
})

function factsOf(yard: Yard, kind: Kind, { id, text }: Model, at: number) {
  const { random, currency } = yard
  const purchaseDate = dayOf(at)
  const cents = Math.round((text.price * random.int(94, 104)) / 10_000) * 100
  return {
    modelId: id,
    serialNumber: kind.name === 'Furniture' ? null : serialOf(yard, text.maker),
    supplier: random.pick(suppliers),
    orderNumber: `PO-${purchaseDate.slice(0, 4)}-${random.int(1, 380).toString().padStart(4, '0')}`,
    purchaseDate,
    purchaseCost: { amount: String(cents), currency },
    warrantyEndsOn: monthsAfter(purchaseDate, text.warranty),
    endOfLifeOn: monthsAfter(purchaseDate, kind.lifetimeMonths),
    customFields: { ...text.fields, ...ownFieldsOf(yard, kind.name) } as AssetFields['customFields'],
  }
}

function ownFieldsOf({ random }: Yard, kind: string): Record<string, unknown> {
  const digits = (count: number) => Array.from({ length: count }, () => random.int(0, 9)).join('')
  if (kind === 'Phone')
    return { imei: `35${digits(13)}`, phoneNumber: `+34 6${digits(2)} ${digits(3)} ${digits(3)}` }
  if (kind === 'Vehicle')
    return {
      plate: `${digits(4)} ${random.pick(['LKB', 'MBD', 'MHT', 'LZR'])}`,
      kilometres: random.int(40, 900) * 100,
    }
  if (kind === 'Network' || kind === 'Server' || kind === 'Printer')
    return { ipAddress: `10.${random.int(10, 30)}.${random.int(0, 60)}.${random.int(5, 250)}` }
  return {}
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'
/** As their makers write them. */
function serialOf({ random, serials }: Yard, maker: string): string {
  const [before, length] = { Lenovo: ['PF', 6], HP: ['5CG', 7], Dell: ['', 7], Apple: ['', 10] }[maker] ?? [
    '',
    11,
  ]
  let serial = ''
  do serial = `${before}${Array.from({ length: Number(length) }, () => random.pick([...letters])).join('')}`
  while (serials.has(serial))
  serials.add(serial)
  return serial
}

/** One move in its life, as `assets.transition` writes it. */
export function move(
  yard: Yard,
  thing: Thing,
  at: number,
  by: Keeper,
  to: AssetFields['status'],
  subStatus: AssetFields['subStatus'],
  details: object,
  more: Partial<AssetFields> = {},
): number {
  const data = { from: thing.fields.status, to, subStatus, details }
  return happens(thing, yard.companyId, at, by, 'asset.moved', data, { status: to, subStatus, ...more })
}
