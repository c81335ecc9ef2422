import { between, holderOf, issuedTo, type Line } from '../stock/rules.ts'
import { type StockText, stockTexts } from './content/stockTexts.ts'
import { insertRows } from './insertRows.ts'
import { idAt, makeRandom, type Random } from './random.ts'
import type { Company, World } from './shapes.ts'
import type { Things } from './things.ts'
import { day, near } from './thingsYard.ts'

type Row = Record<string, unknown>
type Movement = Row & { id: string; itemId: string; lines: readonly Line[] }
type Tale = { random: Random; companyId: string; newId: () => string; movements: Movement[] }
type Store = { id: string; by: { id: string; name: string }; people: readonly string[]; share: number }

/** What the companies keep in stock, with a year of movements; some of it runs low, and a request waits for a part. */
export function stockOf(world: World, company: Pick<Company, 'id' | 'slug' | 'createdAt'>, { yard }: Things) {
  const companyId = company.id
  const random = makeRandom(`stock of ${company.slug}`)
  const newId = () => idAt(random, company.createdAt.getTime())
  const tale: Tale = { random, companyId, newId, movements: [] }
  const stores = storesOf(world, companyId, yard)
  const isSmall = stores.length < 2
  const texts = isSmall ? stockTexts.filter((_, at) => at % 4 === 1) : stockTexts
  const made = { companyId, createdAt: company.createdAt, updatedAt: company.createdAt, version: 1 }
  const items = texts.map((text) => ({ id: newId(), text }))
  const levels: Row[] = []
  for (const [at, { id: itemId, text }] of items.entries()) {
    for (const [nth, store] of stores.entries()) {
      const monthly = Math.max(1, Math.round(text.monthly * store.share))
      // Now and then it is what somebody forgot to order; the waiting request finds nothing at all.
      const isLow = (at + nth * 5) % 13 === 1 || isAwaited(text)
      supply({ tale, yard, itemId, text, store, monthly, isLow })
      levels.push({
        companyId,
        itemId,
        locationId: store.id,
        minimum: monthly,
        reorderPoint: monthly * 2,
        maximum: monthly * 5,
      })
    }
  }
  const awaited = items.find(({ text }) => isAwaited(text))
  return {
    items: items.map(({ id, text: { price, monthly: _, fits: __, ...text } }) => ({
      ...made,
      id,
      ...text,
      unit: 'piece',
      // What the first desk keeps; Foxglove leaves it to whoever is there.
      deskId: isSmall ? null : (world.desks.find((desk) => desk.companyId === companyId)?.id ?? null),
      unitCost: price,
      unitCostCurrency: yard.currency,
    })),
    levels,
    fits: items.flatMap(({ id, text }) =>
      yard.models
        .filter((model) => text.fits.some((name) => model.text.name.includes(name)))
        .map((model) => ({ companyId, itemId: id, modelId: model.id })),
    ),
    movements: tale.movements,
    reservations: awaited && stores[0] ? waitingFor(world, tale, awaited.id, stores[0]) : [],
  }
}
export type Stock = ReturnType<typeof stockOf>

const isAwaited = ({ name }: StockText) => name.startsWith('RAM 16 GB DDR4')

/** Where a company keeps such things: the stores of its sites, the largest first. */
function storesOf(world: World, companyId: string, yard: Things['yard']): Store[] {
  const people = world.people.filter((one) => one.companyId === companyId && one.state === 'ACTIVE')
  return [...yard.places.values()]
    .filter(({ store }) => store.isStore)
    .map(({ site, store }) => {
      const here = people.filter((person) => person.site === site).map(({ id }) => id)
      const by = yard.keepers.get(site) ?? yard.keeper
      return { id: store.id, by, people: here, share: Math.max(0.3, here.length / 100) }
    })
    .filter(({ people: here }) => here.length > 0)
    .sort((one, other) => other.people.length - one.people.length)
    .slice(0, 3)
}

type Supply = {
  tale: Tale
  yard: Things['yard']
  itemId: string
  text: StockText
  store: Store
  monthly: number
  isLow: boolean
}

/** A year at one store: bought by the quarter, handed out by the week, at the end as much left as it should be, or not. */
function supply({ tale, yard, itemId, text, store, monthly, isLow }: Supply): void {
  const place = { account: 'PLACE', locationId: store.id } as const
  let left = 0
  const write = (kind: string, at: number, lines: readonly Line[], more: Row = {}) => {
    const quantity = Math.max(...lines.map((line) => line.quantity))
    tale.movements.push({
      ...nothing,
      id: tale.newId(),
      itemId,
      kind,
      quantity,
      at,
      ...by(store),
      lines,
      ...more,
    })
    left += lines.reduce((sum, line) => (line.account === 'PLACE' ? sum + line.quantity : sum), 0)
  }
  const months = Math.min(12, Math.floor((yard.present - yard.start) / (30 * day)) - 1)
  for (let month = months; month > 0; month--) {
    const start = yard.present - month * 30 * day
    if (left < monthly * 3 && month > 2)
      write('RECEIVE', near(yard, start), between({ account: 'SUPPLIER' }, place, monthly * 4), {
        note: `Delivery ${tale.random.int(10_000, 99_999)}`,
      })
    const times = Math.min(monthly, 3)
    for (let nth = 0; nth < times && left > 0; nth++) {
      const to = { kind: 'person', id: tale.random.pick(store.people) } as const
      const quantity = Math.min(left, Math.max(1, Math.round(monthly / times)))
      const at = near(yard, start + (nth + 1) * 7 * day)
      write('ISSUE', at, between(place, issuedTo(text.kind, to), quantity), { personId: to.id })
    }
  }
  const wanted = isLow ? (isAwaited(text) ? 0 : Math.max(0, monthly - 1)) : monthly * 3
  const at = near(yard, yard.present - 3 * day)
  if (left < wanted) write('RECEIVE', at, between({ account: 'SUPPLIER' }, place, wanted - left))
  if (left > wanted)
    write('ADJUST', at, between(place, { account: 'ADJUSTMENT' }, left - wanted), {
      note: 'Counted the shelves',
    })
}

const by = ({ by: { id, name } }: Store) => ({ actorId: id, actorName: name })
const nothing = { note: null, personId: null }

/** The newest request of the first desk that waits for a part. */
function waitingFor(world: World, { companyId, newId }: Tale, itemId: string, store: Store): Row[] {
  const [desk] = world.desks.filter((one) => one.companyId === companyId)
  const request = world.requests.findLast(
    (one) =>
      one.companyId === companyId &&
      one.serviceDeskId === desk?.id &&
      one.status === 'WAITING' &&
      one.waitReason === 'PART' &&
      !one.isConfidential,
  )
  if (!request) return []
  return [
    {
      companyId,
      id: newId(),
      itemId,
      locationId: store.id,
      requestId: request.id,
      quantity: 2,
      state: 'WAITING',
      createdById: store.by.id,
      createdByName: store.by.name,
      createdAt: request.updatedAt,
    },
  ]
}

/** Writes the stock of a company; its balances are counted from its lines. */
export async function insertStock(tx: Parameters<typeof insertRows>[0], stock: Stock): Promise<void> {
  const { companyId } = tx.whose
  await insertRows(tx, 'app.stock_items', stock.items)
  await insertRows(tx, 'app.stock_levels', stock.levels)
  await insertRows(tx, 'app.stock_fits', stock.fits)
  await insertRows(tx, 'app.stock_reservations', stock.reservations)
  await insertRows(
    tx,
    'app.stock_movements',
    stock.movements.map(({ lines: _, at, ...movement }) => ({
      companyId,
      ...movement,
      at: new Date(Number(at)),
    })),
  )
  const lines = stock.movements.flatMap(({ id, itemId, lines: those }) =>
    those.map((line, at) => ({
      companyId,
      movementId: id,
      position: at + 1,
      itemId,
      account: line.account,
      locationId: 'locationId' in line ? line.locationId : null,
      personId: 'personId' in line ? line.personId : null,
      quantity: line.quantity,
    })),
  )
  await insertRows(tx, 'app.stock_lines', lines)
  const balances = new Map<string, Row & { quantity: number }>()
  for (const [at, line] of stock.movements.flatMap(({ lines: those }) => those).entries()) {
    const { itemId } = lines[at] ?? {}
    const key = `${itemId} ${line.account} ${holderOf(line)}`
    const quantity = (balances.get(key)?.quantity ?? 0) + line.quantity
    balances.set(key, { companyId, itemId, account: line.account, holderId: holderOf(line), quantity })
  }
  await insertRows(tx, 'app.stock_balances', [...balances.values()])
}
