import type { Preview, Priority } from '@deskhand/contract'
import { agreementFacts, standingOf, turn } from '../../agreements/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Platform } from '../../platform/platform.ts'
import { expectedFor, readCurve } from '../../progress/queries/expected.ts'

type Matter = { serviceDeskId: string; requestTypeId: string | null; requesterId: string; priority: Priority }

/** When it would be answered and done, as promised and as learnt, were it sent now. */
export async function promisesOf(
  { tx, platform }: { tx: Tx; platform: Platform },
  { requesterId, ...matter }: Matter,
): Promise<Pick<Preview, 'promises' | 'expected'>> {
  const facts = await agreementFacts(tx, platform)
  const [standing, curve] = [
    await standingOf(tx, facts, [requesterId]),
    await readCurve(tx, matter.requestTypeId, matter.serviceDeskId),
  ]
  const now = clock.now()
  const situation = {
    ...matter,
    ...standing(requesterId),
    status: 'SUBMITTED' as const,
    reviewKind: null,
    waitReason: null,
    isAnswered: false,
    createdAt: now.getTime(),
  }
  const { clocks, terms } = turn([], situation, { cause: 'request.created', at: now.getTime() }, facts)
  const dueAt = (target: 'FIRST_RESPONSE' | 'RESOLUTION') => {
    const found = clocks.find((one) => one.target === target)
    return found?.seconds == null || found.due === null ? null : new Date(found.due).toISOString()
  }
  return {
    promises: {
      firstResponseDueAt: dueAt('FIRST_RESPONSE'),
      resolutionDueAt: dueAt('RESOLUTION'),
      pausesForApproval: terms.pauses.approval,
    },
    expected: curve && expectedFor(now, now, curve, facts.ofDesk(matter.serviceDeskId).hours),
  }
}
