import type { Person } from './shapes.ts'
import { handOut, miss, nameOf, repair, retire, takeBack } from './thingsDeeds.ts'
import { happens, type Thing } from './thingsStory.ts'
import { buy, day, keeperAt, move, near, storeAt, type Yard } from './thingsYard.ts'

const month = 30.44 * day

/** Those without a desk of their own: they share what stands where they work. */
const handsOn = new Set([
  'Warehouse worker',
  'Packer',
  'Forklift driver',
  'Caretaker',
  'Cellar hand',
  'Bartender',
])
const travelling = new Set(['Sales', 'Management', 'Purchasing', 'Facilities', 'IT'])

type Want = { kind: string; makers?: readonly string[]; months: number }

/** What somebody works with, by what they do; `months` is after how long such a thing is replaced. */
function wantsOf(yard: Yard, { jobTitle, department }: Person, isTold: boolean): Want[] {
  const { random } = yard
  const phone = { kind: 'Phone', makers: random.chance(0.6) ? ['Apple'] : ['Samsung', 'Google'], months: 38 }
  if (handsOn.has(jobTitle)) return random.chance(0.2) ? [phone] : []
  const isDrawing = department === 'Design' || department === 'Marketing'
  const laptop = {
    kind: 'Laptop',
    makers: isDrawing ? ['Apple'] : random.pick([['Lenovo'], ['Lenovo'], ['Dell'], ['HP']]),
    months: 48,
  }
  const screens = isTold || isDrawing || random.chance(0.25) ? 2 : 1
  return [
    laptop,
    ...Array.from({ length: screens }, () => ({
      kind: 'Monitor',
      makers: isDrawing ? ['EIZO'] : ['Dell', 'LG'],
      months: 90,
    })),
    { kind: 'Dock', makers: [isDrawing || laptop.makers[0] !== 'Lenovo' ? 'Dell' : 'Lenovo'], months: 90 },
    { kind: 'Keyboard or mouse', months: 90 },
    ...(random.chance(0.5) ? [{ kind: 'Keyboard or mouse', months: 90 }] : []),
    ...(isTold || random.chance(0.72) ? [{ kind: 'Headset', months: 60 }] : []),
    ...(isTold || travelling.has(department) || random.chance(0.3) ? [phone] : []),
  ]
}

/** Everything that one person of the company has and had: from the first day or the old list until today or their last day. */
export function equip(yard: Yard, person: Person, isTold: boolean): void {
  const joined = person.createdAt.getTime()
  const isFirst = joined < yard.start + day
  const left = person.state === 'BLOCKED' && person.lastSignInAt ? person.lastSignInAt.getTime() : null
  for (const want of wantsOf(yard, person, isTold)) {
    // Whoever is invited has not come yet: theirs lies ready.
    if (person.state === 'INVITED' && want.kind !== 'Laptop') continue
    equipWith(yard, person, want, { joined, isFirst, left, isTold })
  }
}

type Stay = { joined: number; isFirst: boolean; left: number | null; isTold: boolean }

function equipWith(yard: Yard, person: Person, want: Want, { joined, isFirst, left, isTold }: Stay): void {
  const { random, start, present } = yard
  const { kind, makers = [], months } = want
  const age = random.int(1, Math.max(2, months - 14)) * month
  const at = isFirst ? start - age : Math.max(start + 4 * day, joined - random.int(6, 12) * day)
  const was = { status: 'DEPLOYED', subStatus: 'NORMAL', personId: person.id, locationId: null } as const
  const isLeased = kind === 'Laptop' && random.chance(0.22)
  let thing = buy(yard, { kind, makers, site: person.site, at, isLeased, ...(isFirst && { was }) })
  const by = keeperAt(yard, person.site)
  if (person.state === 'INVITED') {
    move(yard, thing, near(yard, present - day), by, 'IN_STOCK', 'RESERVED', {}, { personId: person.id })
    return
  }
  if (!isFirst)
    handOut(yard, thing, person, Math.min(near(yard, joined), present - day), signs(yard, isTold, joined))
  if (kind === 'Laptop' || kind === 'Phone') mishaps(yard, thing, person, { isTold, left })
  const over = at + (months + random.int(-2, 5)) * month
  if (
    thing.fields.status === 'DEPLOYED' &&
    over > start + 20 * day &&
    over < Math.min(present - 3 * day, left ?? present)
  )
    thing = replace(yard, thing, person, { want, over, isTold })
  if (left === null || thing.fields.status !== 'DEPLOYED') return
  const back = near(yard, Math.max(left, thing.updatedAt))
  takeBack(yard, thing, back, storeAt(yard, person.site), by, { from: person })
  if (thing.fields.subStatus === 'AVAILABLE' && random.chance(0.5)) {
    const gone = near(yard, thing.updatedAt + random.int(5, 40) * day)
    retire(yard, thing, gone, by, thing.fields.ownership === 'LEASED' ? 'RETURNED_TO_LESSOR' : 'SOLD')
  }
}

/** Signed within days, but by some of those to whom it was handed a short while ago. */
const signs = ({ random, present }: Yard, isTold: boolean, at: number) => ({
  isSigned: isTold || at < present - 12 * day || random.chance(0.4),
})

/** Its time is over: the next one is handed out, the old one is wiped and leaves the company. */
function replace(
  yard: Yard,
  old: Thing,
  person: Person,
  { want, over, isTold }: { want: Want; over: number; isTold: boolean },
): Thing {
  const { random, present } = yard
  const by = keeperAt(yard, person.site)
  const { kind, makers = [] } = want
  const next = buy(yard, { kind, makers, site: person.site, at: over - random.int(2, 9) * day })
  const at = handOut(yard, next, person, near(yard, over), signs(yard, isTold, over))
  const back = near(yard, Math.max(at, old.updatedAt) + random.int(0, 3) * day)
  takeBack(yard, old, back, storeAt(yard, person.site), by, {
    from: person,
    isReady: over < present - 30 * day,
  })
  if (over >= present - 30 * day) {
    if (random.chance(0.5) && old.updatedAt < present - day)
      move(yard, old, old.updatedAt + day / 2, by, 'IN_STOCK', 'TO_DISPOSE', {})
    return next
  }
  const ends =
    old.fields.ownership === 'LEASED'
      ? 'RETURNED_TO_LESSOR'
      : random.pick(['SOLD', 'DONATED', 'DISPOSED'] as const)
  retire(yard, old, near(yard, old.updatedAt + random.int(4, 20) * day), by, ends, next.id)
  return next
}

/** What happens to some: a repair, a loss, a thing that somebody says they do not have. */
function mishaps(
  yard: Yard,
  thing: Thing,
  person: Person,
  { isTold, left }: { isTold: boolean; left: number | null },
): void {
  const { random, start, present } = yard
  const by = keeperAt(yard, person.site)
  const from = Math.max(start, thing.updatedAt)
  const until = Math.min(present - 25 * day, left ?? present)
  if (until - from < 40 * day) return
  if (random.chance(0.16))
    repair(
      yard,
      thing,
      near(yard, from + (random.int(10, 400) % Math.floor((until - from) / day)) * day),
      by,
      random.int(3, 14),
    )
  if (isTold || left !== null || thing.updatedAt > present - 20 * day) return
  const drawn = random.next()
  if (drawn < 0.022) repair(yard, thing, near(yard, present - random.int(2, 12) * day), by, null)
  else if (drawn < 0.048) {
    miss(
      yard,
      thing,
      near(yard, present - random.int(3, 60) * day),
      person,
      random.chance(0.5) ? 'STOLEN' : 'LOST',
    )
    if (thing.updatedAt < present - 40 * day)
      retire(yard, thing, near(yard, present - 9 * day), by, 'WRITTEN_OFF')
  } else if (drawn < 0.06) {
    const at = near(yard, present - random.int(2, 15) * day)
    const themselves = { id: person.id, name: nameOf(person) }
    happens(
      thing,
      yard.companyId,
      at,
      themselves,
      'asset.disputed',
      { requestId: null },
      { isDisputed: true },
    )
  }
}
