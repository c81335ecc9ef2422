import { approvals } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { isRequester, isStaff } from '../../requests/access.ts'
import { aboutWith, loadApproval } from '../access.ts'
import { readApproval } from '../queries/read.ts'
import { votesOf } from '../round.ts'
import { writeRound } from '../storeRound.ts'
import { words } from '../words.ts'

const pause = 4 * 3_600_000

/** Asks once more, not more often than every four hours. */
export const remind = handle(approvals.remind, async (inside) => {
  const { tx, actor, params, record } = inside
  const { request, round } = await loadApproval(inside, params.id)
  if (!isRequester(actor, request) && !isStaff(actor, request)) {
    throw new Stop('forbidden', words.onlyRequesterOrDesk)
  }
  if (round.status !== 'PENDING') throw new Stop('state', words.over[round.status])
  const now = clock.now()
  const waiting = votesOf(round).filter(({ state }) => state === 'PENDING')
  if (waiting.length === 0) throw new Stop('state', words.nobodyWaits)
  const due = waiting.filter(
    ({ remindedAt, askedAt }) => now.getTime() - (remindedAt ?? askedAt).getTime() >= pause || !remindedAt,
  )
  if (due.length === 0) throw new Stop('state', words.remindedLately)
  for (const vote of due) vote.remindedAt = now
  await writeRound(tx, round)
  const personIds = due.map(({ personId }) => personId)
  record('approval.reminded', aboutWith(request, personIds), {
    approvalId: round.id,
    voteIds: due.map(({ id }) => id),
    personIds,
  })
  return readApproval(tx, actor, round.id)
})
