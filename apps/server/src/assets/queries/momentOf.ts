import { deskFacts } from '../../desks/access.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Platform } from '../../platform/platform.ts'

/** The moment that `asOf` means: itself, or the end of a day where the company is. Null is now. */
export async function momentOf(
  { platform, tx }: { platform: Platform; tx: Tx },
  asOf: string | undefined,
): Promise<Date | null> {
  if (asOf === undefined) return null
  if (asOf.includes('T')) return new Date(asOf)
  const { zone } = await deskFacts(platform, tx)
  const nextDay = Temporal.PlainDate.from(asOf).add({ days: 1 }).toZonedDateTime(zone)
  return new Date(nextDay.epochMilliseconds - 1)
}
