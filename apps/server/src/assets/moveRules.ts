import {
  type AssetMove,
  type AssetMoveField,
  type AssetState,
  type AssetSubState,
  type AssetTransition,
  assetStates,
  assetSubStateNeeds,
  assetSubStates,
  type Mover,
} from '@deskhand/contract'
import type { AssetRecord } from './access.ts'
import { words } from './words.ts'

/** What a move needs to know beyond the thing itself. */
export type MoveFacts = {
  /** The state in which it was before this one. */
  former: AssetState | null
  /** How many things are part of it or go with it. */
  partCount: number
  /** The numbers of open requests about it, as far as whoever moves it sees them. */
  openRefs: readonly string[]
}

type Thing = Pick<
  AssetRecord,
  'assetTag' | 'status' | 'subStatus' | 'ownership' | 'bearsData' | 'dueAt' | 'personId' | 'parentAssetId'
>
export type MoveRefusal = { code: 'state' | 'forbidden' | 'rule'; sentence: string; field?: AssetMoveField }
type Asked = { thing: Thing; movers: readonly Mover[]; facts: MoveFacts }

/** Why this move cannot be made now by these, or null; what is required is asked for by `missingFrom`. */
export function refusalToMove(
  { thing, movers, facts }: Asked,
  to: AssetState,
  subStatus: AssetSubState | null,
): MoveRefusal | null {
  const { assetTag, status } = thing
  const state = (sentence: string): MoveRefusal => ({ code: 'state', sentence })
  const isLead = movers.includes('supervisor')
  const isOnHold = thing.subStatus === 'LEGAL_HOLD'
  if (to === status) {
    if (!movers.includes('technician')) return { code: 'forbidden', sentence: words.notKeeper }
    if (subStatus === thing.subStatus) return state(words.thatAlready(assetTag))
  } else {
    const refusal = assetStates.refusal(status, to)
    if (refusal) return state(refusal)
    if (status === 'DEPLOYED' && to === 'IN_STOCK') return state(words.takeBackInstead(assetTag))
    if (to === 'DEPLOYED' && (status !== 'IN_MAINTENANCE' || facts.former !== 'DEPLOYED'))
      return state(words.handOutInstead(assetTag))
    const forOthers = assetStates.refusalBy(status, to, movers)
    if (forOthers) return { code: 'forbidden', sentence: forOthers }
    if (isOnHold && to !== 'MISSING') return state(words.onHold(assetTag))
    if ((to === 'RETIRED' || to === 'VOID') && facts.partCount > 0)
      return state(words.holdsOthers(assetTag, facts.partCount))
    if (to === 'RETIRED' && facts.openRefs.length > 0)
      return state(words.stillAsked(assetTag, facts.openRefs))
  }
  if ((isOnHold || subStatus === 'LEGAL_HOLD') && to !== 'MISSING' && !isLead)
    return { code: 'forbidden', sentence: words.holdByLead }
  if (subStatus !== null && !subStatesFor(thing, movers, to).includes(subStatus))
    return { code: 'rule', sentence: words.notThat(assetTag), field: 'subStatus' }
  return null
}

/** What a state can be told more exactly, for this thing and by these; the first is what it begins as. */
export function subStatesFor(thing: Thing, movers: readonly Mover[], to: AssetState): AssetSubState[] {
  const all: readonly AssetSubState[] = assetSubStates[to]
  const isLeased = thing.ownership === 'LEASED' || thing.ownership === 'RENTED'
  const fits = (one: AssetSubState): boolean => {
    if (one === 'LEGAL_HOLD') return movers.includes('supervisor')
    // Since when and until when it is lent is said when it is handed out.
    if (one === 'ON_LOAN') return thing.dueAt !== null
    if (one === 'LEASE_RETURN' || one === 'RETURNED_TO_LESSOR') return isLeased
    if (to !== 'RETIRED') return true
    if (thing.status === 'MISSING') return one === 'WRITTEN_OFF'
    if (thing.status === 'DEPLOYED') return one === 'SOLD' || one === 'DONATED'
    return !isLeased || one === 'RMA_REPLACED' || one === 'WRITTEN_OFF'
  }
  const first = beginsAs(thing, to)
  const fitting = all.filter(fits)
  return first && fitting.includes(first) ? [first, ...fitting.filter((one) => one !== first)] : fitting
}

/** What comes back from elsewhere is looked at first. */
function beginsAs(thing: Thing, to: AssetState): AssetSubState | null {
  if (to === 'IN_STOCK' && thing.status !== 'ORDERED' && thing.status !== to)
    return thing.bearsData && thing.status !== 'RETIRED' ? 'TO_WIPE' : 'TO_INSPECT'
  if (to === 'DEPLOYED' && thing.dueAt !== null) return 'ON_LOAN'
  return assetSubStates[to][0] ?? null
}

/** What the body of this move must say. */
export function requiredFor(thing: Thing, to: AssetState, subStatus: AssetSubState | null): AssetMoveField[] {
  const move = assetStates.find(thing.status, to)
  const isStay = to === thing.status
  const isWiped = to === 'RETIRED' && thing.bearsData && thing.status !== 'MISSING'
  const isReleased = isStay && thing.subStatus === 'LEGAL_HOLD'
  return [
    ...new Set<AssetMoveField>([
      ...(isStay ? (['subStatus'] as const) : []),
      ...(move?.requires ?? []),
      ...(isWiped ? (['wipeProof'] as const) : []),
      ...(isReleased ? (['reason'] as const) : []),
      ...((subStatus && assetSubStateNeeds[subStatus]) ?? []),
    ]),
  ]
}

export const missingFrom = (body: AssetMove, fields: readonly AssetMoveField[]): AssetMoveField[] =>
  fields.filter((field) => body[field] === undefined)

/** The moves that these may make now. */
export function waysFrom(asked: Asked): AssetTransition[] {
  const { thing, movers } = asked
  return assetStates.states.flatMap((to) => {
    const others = subStatesFor(thing, movers, to).filter(
      (one) => to !== thing.status || one !== thing.subStatus,
    )
    // To the state in which it is there is only another sub-state; some states have none.
    const subStatuses = others.filter((one) => refusalToMove(asked, to, one) === null)
    const isPlain = assetSubStates[to].length === 0 && refusalToMove(asked, to, null) === null
    if (subStatuses.length === 0 && !isPlain) return []
    if (to === thing.status && to === 'RETIRED') return []
    const word = assetStates.find(thing.status, to)?.word ?? words.toldMoreExactly
    return [{ to, subStatuses, requires: requiredFor(thing, to, null), word }]
  })
}
