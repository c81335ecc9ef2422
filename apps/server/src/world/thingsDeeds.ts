import type { AssetFields } from '@deskhand/contract'
import { reports } from './content/thingsCatalogue.ts'
import { idAt } from './random.ts'
import type { Person } from './shapes.ts'
import { happens, type Keeper, type Thing } from './thingsStory.ts'
import { day, keeperAt, kindOf, move, near, type Signing, type Yard } from './thingsYard.ts'

const minute = 60_000
export const nameOf = ({ firstName, lastName }: Person) => `${firstName} ${lastName}`

/** Hands it to somebody for good, or until a day; where its kind asks for it, they sign, or have yet to. */
export function handOut(
  yard: Yard,
  thing: Thing,
  person: Person,
  wanted: number,
  { dueAt = null, isSigned = true }: { dueAt?: number | null; isSigned?: boolean } = {},
): number {
  const by = keeperAt(yard, person.site)
  const asks = kindOf(yard, thing.kind).policyText !== null
  const held = { personId: person.id, parentAssetId: null, locationId: null }
  const at = happens(
    thing,
    yard.companyId,
    wanted,
    by,
    'asset.checked_out',
    { ...held, note: null },
    {
      ...held,
      status: 'DEPLOYED',
      subStatus: dueAt ? 'ON_LOAN' : 'NORMAL',
      dueAt: dueAt ? new Date(dueAt).toISOString() : null,
      acceptance: asks ? 'PENDING' : 'NONE',
      isDisputed: false,
    },
  )
  if (!asks) return at
  const id = idAt(yard.random, at)
  const signing: Signing = {
    id,
    thing,
    person,
    askedAt: at,
    signedAt: null,
    by,
    condition: thing.fields.condition,
    endedAt: null,
  }
  const latest = yard.present - 10 * minute
  if (isSigned && at + 2 * minute < latest) {
    const soon = Math.min(at + yard.random.int(20, 2_000) * minute, latest)
    const signedBy: Keeper = { id: person.id, name: nameOf(person) }
    signing.signedAt = happens(
      thing,
      yard.companyId,
      soon,
      signedBy,
      'asset.accepted',
      { acceptanceId: id },
      { acceptance: 'ACCEPTED' },
    )
  }
  yard.signings.push(signing)
  return signing.signedAt ?? at
}

/** Puts it where it stays, or makes it part of another thing. */
export function putTo(
  yard: Yard,
  thing: Thing,
  wanted: number,
  to: { locationId: string } | { parentAssetId: string },
  by: Keeper,
): number {
  const held = { personId: null, parentAssetId: null, locationId: null, ...to }
  const given = { ...held, status: 'DEPLOYED', subStatus: 'NORMAL' } as const
  return happens(thing, yard.companyId, wanted, by, 'asset.checked_out', { ...held, note: null }, given)
}

/** Takes it back into a store, and gives whoever had it a receipt; `isReady` where it was wiped or looked at since. */
export function takeBack(
  yard: Yard,
  thing: Thing,
  wanted: number,
  locationId: string,
  by: Keeper,
  { from, isReady = true }: { from: Person; isReady?: boolean },
): number {
  const condition: AssetFields['condition'] = yard.random.chance(0.7) ? 'GOOD' : 'MARKED'
  const held = { personId: null, parentAssetId: null, locationId }
  const subStatus = kindOf(yard, thing.kind).bearsData ? 'TO_WIPE' : 'TO_INSPECT'
  const at = happens(
    thing,
    yard.companyId,
    wanted,
    by,
    'asset.checked_in',
    { ...held, note: null },
    {
      ...held,
      status: 'IN_STOCK',
      subStatus,
      dueAt: null,
      acceptance: 'NONE',
      isDisputed: false,
      condition,
    },
  )
  for (const signing of yard.signings)
    if (signing.thing === thing && signing.endedAt === null) signing.endedAt = at
  yard.returns.push({ thing, person: from, by, condition, at })
  const ready = near(yard, at + yard.random.int(1, 4) * day)
  if (!isReady || ready <= at) return at
  return move(yard, thing, ready, by, 'IN_STOCK', 'AVAILABLE', {})
}

/** Sends it to be repaired; without days it is still away. */
export function repair(yard: Yard, thing: Thing, wanted: number, by: Keeper, days: number | null): number {
  const before = thing.fields.status
  const isAway = yard.random.chance(0.6)
  const reason = yard.random.pick(reports.fault)
  const at = move(yard, thing, wanted, by, 'IN_MAINTENANCE', isAway ? 'VENDOR_RMA' : 'INTERNAL', { reason })
  const back = near(yard, at + (days ?? 0) * day)
  if (days === null || back <= at) return at
  return move(yard, thing, back, by, before, before === 'DEPLOYED' ? 'NORMAL' : 'AVAILABLE', {})
}

/** Out of the company for good, wiped where it bore data. */
export function retire(
  yard: Yard,
  thing: Thing,
  wanted: number,
  by: Keeper,
  subStatus: 'SOLD' | 'DONATED' | 'DISPOSED' | 'RETURNED_TO_LESSOR' | 'WRITTEN_OFF',
  successorId: string | null = null,
): number {
  const isWiped = kindOf(yard, thing.kind).bearsData && thing.fields.status !== 'MISSING'
  const details = isWiped
    ? { wipeProof: `Erased on ${new Date(wanted).toISOString().slice(0, 10)}, NIST 800-88` }
    : {}
  const given = { personId: null, parentAssetId: null, acceptance: 'NONE', dueAt: null, successorId } as const
  return move(yard, thing, wanted, by, 'RETIRED', subStatus, details, given)
}

/** Reported by whoever has it. */
export function miss(
  yard: Yard,
  thing: Thing,
  wanted: number,
  person: Person,
  subStatus: 'LOST' | 'STOLEN',
): number {
  const details =
    subStatus === 'STOLEN'
      ? { report: reports.stolen, policeNumber: `M-${yard.random.int(10_000, 99_999)}/26` }
      : { report: reports.lost }
  return move(yard, thing, wanted, { id: person.id, name: nameOf(person) }, 'MISSING', subStatus, details)
}
