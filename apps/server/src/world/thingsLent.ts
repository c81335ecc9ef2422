import { insertRows } from './insertRows.ts'
import { idAt, makeRandom } from './random.ts'
import type { Person } from './shapes.ts'
import type { Things } from './things.ts'
import type { Holding, Thing } from './thingsStory.ts'
import { day } from './thingsYard.ts'

type Tx = Parameters<typeof insertRows>[0]

/** Kinds of which everybody may borrow any, and how many minutes each is kept free afterwards. */
export const lentKinds: Record<string, { isRequestable: boolean; loanBufferMinutes: number }> = {
  Laptop: { isRequestable: false, loanBufferMinutes: 24 * 60 },
  Tablet: { isRequestable: true, loanBufferMinutes: 120 },
  Vehicle: { isRequestable: true, loanBufferMinutes: 60 },
}
const bufferOf = (kind: string) => lentKinds[kind]?.loanBufferMinutes ?? 0

/** What is lent for a time, and what is handed out together. */
export async function insertLent(tx: Tx, things: Things, people: readonly Person[]): Promise<void> {
  await insertReservations(tx, things, people)
  await insertKits(tx, things, people)
}

/** When it was to come back, as the line says that began this. */
function dueOf(thing: Thing, { sinceVersion }: Holding): number | null {
  const line = thing.lines.find(({ subjectVersion }) => subjectVersion === sinceVersion)
  const [, due] = (Object(line?.['changes'])['dueAt'] ?? []) as unknown[]
  return typeof due === 'string' ? Date.parse(due) : null
}

/** Who borrowed what: what is over, what runs and is late, and what is to come. */
async function insertReservations(
  tx: Tx,
  { yard, loaners }: Things,
  people: readonly Person[],
): Promise<void> {
  const { companyId, calendar, present, keeper } = yard
  const random = makeRandom(`reservations of ${companyId}`)
  const working = people.filter(({ state }) => state === 'ACTIVE')
  const told = working.filter(({ email }) => /^(marta|jorge|tom)@/.test(email))
  const rowOf = (thing: Thing, of: { from: number; until: number; personId: string; state: string }) => {
    const made = Math.min(of.from - 3 * day, present - day / 3)
    return {
      companyId,
      id: idAt(random, made),
      state: of.state,
      assetId: thing.id,
      assetTag: thing.fields.assetTag,
      asked: random.chance(0.7) ? 'CATEGORY' : 'ASSET',
      modelId: thing.fields.modelId,
      categoryId: thing.fields.categoryId,
      personId: of.personId,
      reservedById: of.state === 'REQUESTED' ? of.personId : keeper.id,
      startsAt: new Date(of.from),
      endsAt: new Date(of.until),
      freeAt: new Date(of.until + bufferOf(thing.kind) * 60_000),
      note: random.chance(0.4) ? random.pick(reasons) : null,
      handedOutAt: null as Date | null,
      returnedAt: null as Date | null,
      isSetAside: false,
      version: 1,
      createdAt: new Date(made),
      updatedAt: new Date(made),
    }
  }
  const rows = loaners.flatMap((thing, at) => {
    const lent = thing.holdings.flatMap((holding) => {
      const due = dueOf(thing, holding)
      const { from, until, personId } = holding
      if (due === null || personId === null) return []
      const state = until !== null ? 'COMPLETE' : due < present ? 'OVERDUE' : 'ONGOING'
      const row = rowOf(thing, { from, until: Math.max(due, from + day / 8), personId, state })
      return [{ ...row, handedOutAt: new Date(from), returnedAt: until === null ? null : new Date(until) }]
    })
    if (thing.fields.status !== 'IN_STOCK' && thing.fields.status !== 'DEPLOYED') return lent
    const busyUntil = Math.max(present, ...lent.map(({ endsAt }) => endsAt.getTime()))
    const from = calendar.workdayAfter(busyUntil, 2 + (at % 5), 9 * 60)
    const until = calendar.workdayAfter(from, 1 + (at % 4), 17 * 60)
    const person = at < told.length ? told[at] : random.pick(working)
    if (!person) return lent
    return [
      ...lent,
      rowOf(thing, { from, until, personId: person.id, state: at % 3 === 0 ? 'REQUESTED' : 'RESERVED' }),
    ]
  })
  await insertRows(tx, 'app.asset_reservations', rows)
}

const reasons = [
  'For the fair in Bilbao',
  'My own one is being repaired',
  'Visit to a customer',
  'Workshop with the new colleagues',
  'Photographs of the autumn collection',
]

type Part = [kind: string, count?: number]
const kitTexts: { name: string; description: string; parts: Part[] }[] = [
  {
    name: 'New colleague',
    description: 'Everything for the first day at a desk.',
    parts: [['Laptop'], ['Dock'], ['Monitor'], ['Keyboard or mouse', 2], ['Headset']],
  },
  {
    name: 'Desk at home',
    description: 'What turns a kitchen table into a place to work.',
    parts: [['Monitor'], ['Dock'], ['Keyboard or mouse']],
  },
  { name: 'On the road', description: 'For whoever travels.', parts: [['Laptop'], ['Phone'], ['Headset']] },
  { name: 'Workshop', description: 'For a meeting away from here.', parts: [['Tablet', 2], ['Headset']] },
]

/** What belongs together, and who got which of it as one. */
async function insertKits(tx: Tx, { yard, createdAt }: Things, people: readonly Person[]): Promise<void> {
  const { companyId, kinds, things, keeper } = yard
  const deskId = kinds.get('Laptop')?.deskId ?? null
  const random = makeRandom(`kits of ${companyId}`)
  const kits = kitTexts.map((text) => ({ ...text, id: idAt(random, createdAt.getTime()) }))
  await insertRows(
    tx,
    'app.kits',
    kits.map(({ id, name, description }) => ({
      companyId,
      id,
      name,
      description,
      deskId,
      createdAt,
      updatedAt: createdAt,
      version: 1,
    })),
  )
  await insertRows(
    tx,
    'app.kit_parts',
    kits.flatMap(({ id, parts }) =>
      parts.map(([kind, count = 1], position) => ({
        companyId,
        kitId: id,
        position,
        modelId: null,
        categoryId: kinds.get(kind)?.id,
        count,
      })),
    ),
  )
  const here = new Set(people.filter(({ state }) => state === 'ACTIVE').map(({ id }) => id))
  const byPerson = Map.groupBy(
    things.filter(({ fields }) => fields.status === 'DEPLOYED' && here.has(fields.personId ?? '')),
    ({ fields }) => fields.personId ?? '',
  )
  const used = new Set<string>()
  const out = kits.slice(0, 3).flatMap((kit) => {
    for (const [personId, own] of byPerson) {
      if (used.has(personId)) continue
      const given = kit.parts.map(([kind, count = 1]) =>
        own.filter((thing) => thing.kind === kind).slice(0, count),
      )
      if (given.some((some) => some.length === 0)) continue
      used.add(personId)
      const handedOutAt = Math.max(...given.flat().flatMap(({ holdings }) => holdings.at(-1)?.from ?? []))
      return [{ id: idAt(random, handedOutAt), kit, personId, given, handedOutAt }]
    }
    return []
  })
  await insertRows(
    tx,
    'app.kit_hand_outs',
    out.map(({ id, kit, personId, given, handedOutAt }) => ({
      companyId,
      id,
      kitId: kit.id,
      personId,
      handedOutById: keeper.id,
      handedOutAt: new Date(handedOutAt),
      lacking: kit.parts.flatMap(([kind, count = 1], at) => {
        const short = count - (given[at]?.length ?? 0)
        return short > 0 ? [{ name: kind, count: short }] : []
      }),
    })),
  )
  await insertRows(
    tx,
    'app.kit_hand_out_things',
    out.flatMap(({ id, given }) =>
      given.flatMap((some, position) =>
        some.map((thing) => ({ companyId, handOutId: id, assetId: thing.id, position })),
      ),
    ),
  )
}
