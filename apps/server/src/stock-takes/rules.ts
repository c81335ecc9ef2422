import type { AssetFields, StockTakeItem, StockTakeState } from '@deskhand/contract'
import { words } from './words.ts'

type Place = Pick<AssetFields, 'status' | 'subStatus' | 'personId' | 'parentAssetId' | 'locationId'>
export type Held = Pick<AssetFields, 'status' | 'personId' | 'parentAssetId' | 'locationId'>
export type Counted = Pick<StockTakeItem, 'state' | 'expectedLocationId' | 'foundLocationId'> & {
  held: Held | null
}
export type Verdict = { kind: 'MISSING' | 'MOVED' | 'FOUND'; reason: null } | { kind: 'LEFT'; reason: string }

const left = (reason: string): Verdict => ({ kind: 'LEFT', reason })

/** Whether what was scanned now counts: a device may send what it has until somebody closes the stock-take. */
export const whyNotCounted = (state: StockTakeState): string | null =>
  state === 'ACTIVE' || state === 'REVIEW' ? null : words.notCounted[state]

/** Whether it was found in another place than it should be; what is with somebody has no place to be in. */
export const isElsewhere = ({ state, expectedLocationId, foundLocationId }: Omit<Counted, 'held'>): boolean =>
  state === 'FOUND' &&
  foundLocationId !== null &&
  expectedLocationId !== null &&
  foundLocationId !== expectedLocationId

/** Whether the register says of it what was seen. */
export const isRight = (item: Omit<Counted, 'held'>): boolean =>
  item.state === 'SELF_CONFIRMED' || (item.state === 'FOUND' && !isElsewhere(item))

/** What the register is to say of a thing after it was counted; null where it says so already. */
export function verdictOf(item: Counted, now: Place): Verdict | null {
  if (item.held && hasChanged(item.held, now)) return isRight(item) ? null : left(words.left.changed)
  switch (item.state) {
    case 'EXPECTED':
    case 'MISSING':
      // Reported lost while it was looked for: the register knows more already.
      if (now.status === 'MISSING') return null
      if (now.status === 'IN_STOCK' || now.status === 'DEPLOYED') return { kind: 'MISSING', reason: null }
      return left(words.left.state(sayable(now.status)))
    case 'SELF_CONFIRMED':
      return null
    case 'FOUND':
      return isElsewhere(item) ? moved(item, now) : null
    case 'UNEXPECTED':
      return moved(item, now)
  }
}

function moved({ foundLocationId }: Counted, now: Place): Verdict | null {
  const { status, subStatus, personId, parentAssetId, locationId } = now
  if (status !== 'MISSING' && status !== 'IN_STOCK' && status !== 'DEPLOYED')
    return left(words.left.state(sayable(status)))
  if (foundLocationId === null) return left(words.left.noPlace)
  if (status === 'MISSING') return { kind: 'FOUND', reason: null }
  if (parentAssetId !== null) return left(words.left.part)
  if (personId !== null) return left(words.left.held)
  if (locationId === foundLocationId) return null
  if (subStatus === 'LEGAL_HOLD') return left(words.left.state('on legal hold'))
  return { kind: 'MOVED', reason: null }
}

const hasChanged = (was: Held, now: Held): boolean =>
  was.status !== now.status ||
  was.personId !== now.personId ||
  was.parentAssetId !== now.parentAssetId ||
  was.locationId !== now.locationId

const sayable = (status: string): string => status.toLowerCase().replaceAll('_', ' ')
