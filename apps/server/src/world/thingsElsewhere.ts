import type { Person } from './shapes.ts'
import { handOut, putTo, repair, takeBack } from './thingsDeeds.ts'
import type { Place } from './thingsPlaces.ts'
import type { Thing } from './thingsStory.ts'
import { buy, day, keeperAt, type Model, near, order, placesAt, storeAt, type Yard } from './thingsYard.ts'

/** Something that stands in a place: there from the start, or put there since. */
function stand(yard: Yard, kind: string, site: string, room: Place, most = 50, model?: Model): Thing {
  const at = yard.present - yard.random.int(1, most) * 30 * day
  const was = { status: 'DEPLOYED', subStatus: 'NORMAL', locationId: room.id } as const
  const thing = buy(yard, { kind, site, at, was, ...(model && { model }) })
  const by = keeperAt(yard, site)
  if (thing.fields.status !== 'DEPLOYED')
    putTo(
      yard,
      thing,
      Math.min(near(yard, thing.updatedAt + 2 * day), yard.present - day / 2),
      { locationId: room.id },
      by,
    )
  return thing
}

/** What belongs to the rooms of a site, in proportion to the people who work there. */
export function furnish(yard: Yard, site: string, people: number): void {
  const { random } = yard
  const { rooms, store } = placesAt(yard, site)
  const by = keeperAt(yard, site)
  const open = rooms.filter((room) => room !== store)
  const server = rooms.find(({ name }) => name === 'Server room') ?? store
  const pick = () => random.pick(open)
  const many = (count: number, make: () => unknown) => {
    for (let at = 0; at < count; at++) make()
  }
  const share = (each: number) => Math.max(1, Math.round(people / each))
  many(share(12), () => stand(yard, 'Network', site, pick()))
  many(share(30), () => stand(yard, 'Network', site, server))
  many(share(22), () => stand(yard, 'Server', site, server))
  many(share(9), () => stand(yard, 'Desktop', site, pick()))
  many(share(12), () => {
    const printer = stand(yard, 'Printer', site, pick())
    if (random.chance(0.3) && printer.updatedAt < yard.present - 60 * day)
      repair(yard, printer, near(yard, yard.present - random.int(20, 50) * day), by, 4)
  })
  const bars = yard.models.find(({ text }) => text.name === 'Rally Bar')
  const taps = yard.models.find(({ text }) => text.name === 'Tap IP')
  many(share(24), () => {
    const bar = stand(yard, 'Meeting room equipment', site, pick(), 40, bars)
    const kind = 'Meeting room equipment'
    const tap = buy(yard, {
      kind,
      site,
      at: Math.max(yard.start + 3 * day, bar.updatedAt),
      ...(taps && { model: taps }),
    })
    putTo(yard, tap, near(yard, tap.updatedAt + day), { parentAssetId: bar.id }, by)
  })
}

/** Desks and chairs, until the company has so many things. */
export function seat(yard: Yard, sites: readonly string[], until: number): void {
  while (yard.things.length < until) {
    const site = yard.random.pick(sites)
    const { rooms, store } = placesAt(yard, site)
    stand(yard, 'Furniture', site, yard.random.pick(rooms.filter((room) => room !== store)), 100)
  }
}

/** What lies in the stores: some models short of what should be there, some on their way. */
export function stock(yard: Yard, site: string, factor: number): void {
  const { random, present } = yard
  const amounts = {
    Laptop: 7,
    Monitor: 8,
    Phone: 6,
    Dock: 6,
    Headset: 8,
    'Keyboard or mouse': 12,
    Network: 3,
  }
  for (const [kind, amount] of Object.entries(amounts))
    for (let at = 0; at < Math.ceil(amount * factor); at++)
      buy(yard, { kind, site, at: present - random.int(4, 160) * day })
  for (let at = 0; at < Math.ceil(5 * factor); at++)
    order(yard, {
      kind: random.pick(['Laptop', 'Phone', 'Monitor']),
      site,
      at: present - random.int(2, 16) * day,
    })
}

/** What goes from hand to hand: who had it before, and with whom it is now, some of them past the day. */
export function lend(yard: Yard, kind: string, site: string, borrowers: readonly Person[]): Thing {
  const { random, start, present } = yard
  const by = keeperAt(yard, site)
  const thing = buy(yard, { kind, site, at: start + random.int(10, 120) * day })
  const store = storeAt(yard, site)
  let at = thing.updatedAt + random.int(3, 30) * day
  while (at < present - 60 * day) {
    const from = random.pick(borrowers)
    const out = handOut(yard, thing, from, near(yard, at), { dueAt: at + 14 * day })
    takeBack(yard, thing, near(yard, out + random.int(4, 16) * day), store, by, { from })
    at = thing.updatedAt + random.int(6, 60) * day
  }
  const since = present - random.int(3, 20) * day
  if (thing.updatedAt < since - 3 * day && random.chance(0.8))
    handOut(yard, thing, random.pick(borrowers), near(yard, since), {
      dueAt: present + (random.chance(0.35) ? -random.int(1, 3) : random.int(2, 20)) * day + 17 * 3_600_000,
    })
  return thing
}
