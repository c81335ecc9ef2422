import type { ProblemCode } from '@deskhand/contract'
import { type AssetFields, assetStates } from '@deskhand/contract'
import { words } from './words.ts'

/** Who or what is to get a thing, as far as it matters. */
export type Receiver =
  | { kind: 'person'; id: string; name: string; isHere: boolean }
  | { kind: 'place'; id: string; name: string; isUsed: boolean }
  | { kind: 'thing'; id: string; name: string; isUsed: boolean; isInside: boolean }

type Thing = Pick<
  AssetFields,
  'assetTag' | 'status' | 'subStatus' | 'personId' | 'parentAssetId' | 'locationId'
>
export type Refusal = { code: ProblemCode; sentence: string; allowed?: string[] }

const state = (sentence: string, allowed: string[] = []): Refusal => ({ code: 'state', sentence, allowed })

/** Why this cannot get a thing, or null. */
export function refusalOfReceiver({ assetTag }: Pick<Thing, 'assetTag'>, to: Receiver): string | null {
  switch (to.kind) {
    case 'person':
      return to.isHere ? null : words.hasLeft(to.name)
    case 'place':
      return to.isUsed ? null : words.placeGone(to.name)
    case 'thing':
      if (to.isInside) return words.inItself(assetTag)
      return to.isUsed ? null : words.thingGone(to.name)
  }
}

/** Why it cannot be handed out now, or null; `holder` is whoever has it or it is reserved for. */
export function refusalToHandOut(thing: Thing, to: Receiver, holder: string): Refusal | null {
  const { assetTag, status, subStatus } = thing
  // What an agent found is in use, but nobody has said by whom.
  if (status === 'DEPLOYED')
    return isHeld(thing) ? state(words.withSomebody(assetTag, holder), ['check-in', 'transfer']) : null
  const refusal = assetStates.refusal(status, 'DEPLOYED')
  if (refusal) return state(refusal, assetStates.from(status))
  if (status !== 'IN_STOCK' && status !== 'IN_TRANSIT') return null
  switch (subStatus) {
    case 'TO_INSPECT':
    case 'DEFECTIVE':
    case 'TO_WIPE':
    case 'TO_TRANSFER':
    case 'TO_DISPOSE':
    case 'LEGAL_HOLD':
    case 'LEASE_RETURN':
      return state(words.notReady[subStatus](assetTag))
    case 'RESERVED': {
      const isTheirs = thing.personId === null || (to.kind === 'person' && to.id === thing.personId)
      return isTheirs ? null : state(words.reserved(assetTag, holder))
    }
    default:
      return null
  }
}

/** Why it cannot be taken back now, or null. */
export function refusalToTakeBack({ assetTag, status }: Pick<Thing, 'assetTag' | 'status'>): Refusal | null {
  if (status === 'DEPLOYED' || status === 'IN_TRANSIT') return null
  return state(words.notOut(assetTag, words.states[status]), assetStates.from(status))
}

/** Why it cannot go on to somebody or somewhere else now, or null. */
export function refusalToMove(thing: Thing, to: Receiver): Refusal | null {
  const { assetTag, status, subStatus } = thing
  if (status !== 'DEPLOYED' && status !== 'IN_STOCK')
    return state(words.notMoved(assetTag, words.states[status]), assetStates.from(status))
  if (status === 'IN_STOCK' && subStatus === 'LEGAL_HOLD') return state(words.notReady.LEGAL_HOLD(assetTag))
  if (status === 'IN_STOCK' && to.kind !== 'place')
    return state(words.handOutInstead(assetTag), ['check-out'])
  const isThere =
    (to.kind === 'person' && thing.personId === to.id) ||
    (to.kind === 'thing' && thing.parentAssetId === to.id) ||
    (to.kind === 'place' &&
      thing.locationId === to.id &&
      thing.personId === null &&
      thing.parentAssetId === null)
  return isThere ? state(words.sameHolder(assetTag)) : null
}

type Held = Pick<AssetFields, 'personId' | 'parentAssetId' | 'locationId'>

/** Whether somebody has it, or it lies in a place or in another thing. */
const isHeld = ({ personId, parentAssetId, locationId }: Held): boolean =>
  (personId ?? parentAssetId ?? locationId) !== null

/** Who has it when this gets it: one of the three. */
export const heldBy = ({ kind, id }: Receiver): Held => ({
  personId: kind === 'person' ? id : null,
  parentAssetId: kind === 'thing' ? id : null,
  locationId: kind === 'place' ? id : null,
})

/** How it comes back: to be wiped where it bears data, else to be looked at. */
export const backAs = ({ bearsData }: { bearsData: boolean }) => (bearsData ? 'TO_WIPE' : 'TO_INSPECT')
