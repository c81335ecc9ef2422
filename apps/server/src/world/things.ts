import { starterKinds } from '../companies/starter/things.ts'
import { makeCalendar } from './calendar.ts'
import { modelTexts } from './content/thingsCatalogue.ts'
import { idAt, makeRandom } from './random.ts'
import type { Company, Person, World } from './shapes.ts'
import { nameOf } from './thingsDeeds.ts'
import { disposalRows } from './thingsDisposed.ts'
import { furnish, lend, seat, stock } from './thingsElsewhere.ts'
import { equip } from './thingsPeople.ts'
import { makePlaces } from './thingsPlaces.ts'
import { type Keeper, nameThing } from './thingsStory.ts'
import { day, type Kind, type Yard } from './thingsYard.ts'

type Unit = { id: string; kind: string; name: string }
type Size = { until: number; told: readonly string[]; currency: string; loans: number }
const sizes: Record<string, Size> = {
  'harbour-pine': {
    until: 1_900,
    told: ['marta', 'jorge', 'ana', 'luis', 'sofia', 'nuria', 'pablo', 'omar', 'elena'],
    currency: 'EUR',
    loans: 12,
  },
  foxglove: { until: 130, told: ['tom', 'iris', 'olga'], currency: 'GBP', loans: 2 },
}

/** The things of a company with their streams, from the old list that it began with to last midnight. The same for the same day. */
export function thingsOf(
  world: World,
  company: Omit<Company, 'emailDomain'>,
  units: readonly Unit[],
  now: Date,
) {
  const size = sizes[company.slug]
  const people = world.people.filter(({ companyId }) => companyId === company.id)
  const random = makeRandom(`things of ${company.slug}`)
  const begun = company.createdAt.getTime()
  const newId = () => idAt(random, begun)
  const calendar = makeCalendar(company.zone, now, 595, 60)
  const desks = world.desks.filter(({ companyId }) => companyId === company.id)
  const sites = [...new Set(people.map(({ site }) => site))]
  const kinds: Kind[] = starterKinds.map((kind) => ({
    ...kind,
    id: newId(),
    deskId: desks.find(({ code }) => code === kind.desk)?.id ?? null,
  }))
  const makers = [...new Set(modelTexts.map(({ maker }) => maker))].map((name) => ({ id: newId(), name }))
  const places = new Map(
    sites.map((site) => [
      site,
      makePlaces(
        company.id,
        site,
        units.find((unit) => unit.kind === 'SITE' && unit.name === site)?.id ?? null,
        newId,
      ),
    ]),
  )
  const { keepers, keeper } = keepersOf(world, people, desks.find(({ code }) => code === 'IT')?.id)
  const yard: Yard = {
    companyId: company.id,
    random,
    calendar,
    currency: size?.currency ?? 'EUR',
    start: begun + 4 * 3_600_000,
    present: calendar.present,
    kinds: new Map(kinds.map((kind) => [kind.name, kind])),
    models: modelTexts.map((text) => ({ id: newId(), text })),
    places,
    keepers,
    keeper,
    things: [],
    signings: [],
    returns: [],
    serials: new Set(),
  }
  const told = new Set(size?.told ?? [])
  for (const person of people) equip(yard, person, told.has(person.email.split('@')[0] ?? ''))
  const borrowers = people.filter(
    ({ email, state, createdAt }) =>
      state === 'ACTIVE' && createdAt.getTime() < begun + day && !told.has(email.split('@')[0] ?? ''),
  )
  for (const site of sites) {
    const here = people.filter((person) => person.site === site).length
    furnish(yard, site, here)
    stock(yard, site, (here / people.length + 0.1) * Math.min(1, people.length / 60))
  }
  const loaners = Array.from({ length: size?.loans ?? 0 }, (_, at) =>
    lend(
      yard,
      ['Laptop', 'Tablet', 'Vehicle'][at % 3] ?? 'Laptop',
      sites[at % sites.length] ?? '',
      borrowers,
    ),
  )
  seat(yard, sites, size?.until ?? 0)
  nameAll(yard, kinds)
  const itDesk = desks.find(({ code }) => code === 'IT')?.id
  const lead = world.deskMembers.find((one) => one.deskId === itDesk && one.role === 'SUPERVISOR')
  const leader = people.find(({ id }) => id === lead?.personId)
  const disposed = disposalRows(yard, leader && { id: leader.id, name: nameOf(leader) }, newId)
  return { yard, loaners, kinds, makers, disposed, createdAt: company.createdAt }
}
export type Things = ReturnType<typeof thingsOf>

/** Who keeps the things of a site: the technician of the first desk who works there. */
function keepersOf(world: World, people: readonly Person[], deskId: string | undefined) {
  const members = world.deskMembers.filter((member) => member.deskId === deskId)
  const staff = members.flatMap(({ personId }) => people.filter(({ id }) => id === personId))
  const keepers = new Map<string, Keeper>()
  for (const person of staff)
    if (!keepers.has(person.site)) keepers.set(person.site, { id: person.id, name: nameOf(person) })
  const [keeper] = keepers.values()
  if (!keeper) throw new Error('Somebody keeps the things.')
  return { keepers, keeper }
}

/** Tags in the order in which things were added, from the sequence of each kind. */
function nameAll({ things }: Yard, kinds: readonly Kind[]): void {
  const counts = new Map<string, number>()
  const prefixes = new Map(kinds.map(({ name, tagPrefix }) => [name, tagPrefix]))
  things.sort((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1))
  for (const thing of things) {
    const number = (counts.get(thing.kind) ?? 0) + 1
    counts.set(thing.kind, number)
    nameThing(thing, `${prefixes.get(thing.kind)}-${String(number).padStart(5, '0')}`)
  }
}

/** Their lines of the log, to stand among the others in the order of time. */
export const thingLinesOf = ({ yard, disposed }: Things) => [
  ...yard.things.flatMap(({ lines }) => lines),
  ...disposed.lines,
]
