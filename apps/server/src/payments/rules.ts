import type { PayableClaim } from '@deskhand/contract'
import { words } from './words.ts'

type Fault = { pointer: string; message: string }

/** What keeps these claims from being paid together, claim by claim, in the order in which they were named. */
export function faultsOf(requestIds: readonly string[], found: readonly PayableClaim[]): Fault[] {
  const byId = new Map(found.map((claim) => [claim.requestId, claim]))
  const currency = found.find(({ requestId }) => requestId === requestIds[0])?.amount.currency
  const seen = new Set<string>()
  return requestIds.flatMap((id, index) => {
    const fault = faultOf(byId.get(id), seen.has(id), currency)
    seen.add(id)
    return fault ? [{ pointer: `/requestIds/${index}`, message: fault }] : []
  })
}

function faultOf(
  claim: PayableClaim | undefined,
  isSeen: boolean,
  currency: string | undefined,
): string | null {
  if (isSeen) return words.twice
  if (!claim) return words.noSuchClaim
  if (claim.isOwn) return words.own
  return currency && claim.amount.currency !== currency ? words.otherCurrency(currency) : null
}

/** What they come to; all are of one currency. */
export const totalOf = (amounts: readonly string[]): string =>
  String(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n))
