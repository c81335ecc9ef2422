import { reservationTerms } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { refuseField } from '../../platform/stop.ts'
import type { Period } from '../rules.ts'
import { words } from '../words.ts'

const hour = 3_600_000
const day = 24 * hour

/** Stops where this is no period for which a thing can be lent; whoever says "from now" may have thought for an hour. */
export function mustBePeriod({ startsAt, endsAt }: Period, { hasBegun = false } = {}): void {
  const now = clock.now().getTime()
  const [start, end] = [startsAt.getTime(), endsAt.getTime()]
  if (!hasBegun && start < now - hour) throw refuseField('startsAt', words.past)
  if (end <= now) throw refuseField('endsAt', words.past)
  if (end <= start) throw refuseField('endsAt', words.endsBefore)
  if (end - start > reservationTerms.longestDays * day) throw refuseField('endsAt', words.tooLong)
  if (start > now + reservationTerms.aheadDays * day) throw refuseField('startsAt', words.tooFar)
}
