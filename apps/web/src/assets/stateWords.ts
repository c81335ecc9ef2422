import type { AssetRow } from '@deskhand/contract'

export type ThingState = AssetRow['status']
type SubState = NonNullable<AssetRow['subStatus']>

export const thingStateWords: Record<ThingState, string> = {
  ORDERED: 'Ordered',
  IN_STOCK: 'In stock',
  DEPLOYED: 'In use',
  IN_TRANSIT: 'On its way',
  IN_MAINTENANCE: 'In repair',
  MISSING: 'Missing',
  RETIRED: 'Retired',
  VOID: 'Void',
}

export const subStateWords: Record<SubState, string> = {
  AVAILABLE: 'Available',
  RESERVED: 'Reserved',
  TO_INSPECT: 'To be looked at',
  DEFECTIVE: 'Defective',
  TO_WIPE: 'To be wiped',
  TO_TRANSFER: 'To be moved',
  TO_DISPOSE: 'To be disposed of',
  LEGAL_HOLD: 'Legal hold',
  LEASE_RETURN: 'Back to the lessor',
  NORMAL: 'For good',
  ON_LOAN: 'On loan',
  TO_REPLACE: 'To be replaced',
  TO_RETURN: 'To come back',
  RETURN: 'Coming back',
  INTERNAL: 'By ourselves',
  VENDOR_RMA: 'At the vendor',
  LOST: 'Lost',
  STOLEN: 'Stolen',
  UNCONFIRMED: 'Not found at a stock-take',
  DISPOSED: 'Disposed of',
  SOLD: 'Sold',
  DONATED: 'Given away',
  RETURNED_TO_LESSOR: 'Back with the lessor',
  RMA_REPLACED: 'Replaced by the vendor',
  WRITTEN_OFF: 'Written off',
}

/** What every thing of a state begins as says nothing more than the state. */
const plain: ReadonlySet<SubState> = new Set<SubState>(['AVAILABLE', 'NORMAL', 'INTERNAL'])

/** `In stock`, and where it says more `In stock, to be wiped`. */
export function standingWords(status: ThingState, subStatus: SubState | null): string {
  const state = thingStateWords[status]
  if (subStatus === null || plain.has(subStatus)) return state
  const sub = subStateWords[subStatus]
  return `${state}, ${sub.charAt(0).toLowerCase()}${sub.slice(1)}`
}
