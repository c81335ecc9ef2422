import type { DisposalOutcome, WipeMethod } from '@deskhand/contract'
import type { AssetRecord } from '../assets/access.ts'
import { words } from './words.ts'

type Thing = Pick<AssetRecord, 'assetTag' | 'status' | 'subStatus' | 'ownership'>
/** What the database knows of a thing beside its row. */
export type Around = { openRefs: readonly string[]; partCount: number }

/** Why it cannot be in a batch with this end, one sentence each. */
export function whyNotIn(
  { assetTag, status, subStatus, ownership }: Thing,
  outcome: DisposalOutcome,
): string[] {
  const isLeased = ownership === 'LEASED' || ownership === 'RENTED'
  return [
    ...(status === 'IN_STOCK' ? [] : [words.notInStock(assetTag)]),
    ...(subStatus === 'LEGAL_HOLD' ? [words.onHold(assetTag)] : []),
    ...(isLeased && outcome !== 'RETURNED_TO_LESSOR' ? [words.leased(assetTag)] : []),
    ...(!isLeased && outcome === 'RETURNED_TO_LESSOR' ? [words.notLeased(assetTag)] : []),
  ]
}

type Leaving = Thing & Pick<AssetRecord, 'bearsData'>

/** Why it cannot go for good now. */
export function obstaclesOf(
  thing: Leaving,
  outcome: DisposalOutcome,
  { openRefs, partCount }: Around,
  isWiped: boolean,
): string[] {
  const { assetTag } = thing
  return [
    ...whyNotIn(thing, outcome),
    ...(openRefs.length > 0 ? [words.asked(assetTag, openRefs)] : []),
    ...(partCount > 0 ? [words.holdsOthers(assetTag)] : []),
    ...(thing.bearsData && !isWiped ? [words.notWiped(assetTag)] : []),
  ]
}

/** As what it waits in stock from then on. */
export const waitsAs = (outcome: DisposalOutcome) =>
  outcome === 'RETURNED_TO_LESSOR' ? ('LEASE_RETURN' as const) : ('TO_DISPOSE' as const)

type Wipe = { method: WipeMethod; by: string; on: string; reference: string | null }
/** How it was wiped, as the history of the thing says it. */
export const wipeSentence = ({ method, by, on, reference }: Wipe): string =>
  words.wiped(words.methods[method], by, on, reference)
