import type { EventData } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { changesBetween } from '../../platform/log/event.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import type { Platform } from '../../platform/platform.ts'
import { about, addActivity, type RequestRecord } from '../access.ts'
import type { Moved } from '../moveRules.ts'
import { isOpen } from '../rules.ts'
import { writeCorrected } from './move.ts'
import { save } from './save.ts'

type Inside = { tx: Tx; actor: Actor; record: RecordEvent; platform: Platform }
type Said = Pick<RequestRecord, 'summary' | 'description' | 'priority'>
/** How a request should have stood, and what it should have said. */
export type Corrected = Said &
  Pick<
    Moved,
    | 'status'
    | 'question'
    | 'waitReason'
    | 'waitUntil'
    | 'rejectionReason'
    | 'resolutionCode'
    | 'resolutionText'
  >
/** Whose correction it is, and the line that the timeline gets. */
export type Correcting = { data: EventData<'request.corrected'>; line: string }

/**
 * Writes a correction of a locked closed request that two people stand for: the one way beside the table of states. What
 * stays resolved or rejected stays closed and keeps its moments; what does not is open again, and that counts as no
 * reopening.
 */
export async function correct(
  inside: Inside,
  request: RequestRecord,
  corrected: Corrected,
  changes: Record<string, [unknown, unknown]>,
  { data, line }: Correcting,
): Promise<void> {
  const { tx, actor, record } = inside
  const { summary, description, priority, ...state } = corrected
  const said = { summary, description, priority }
  const next: RequestRecord = { ...request, ...said }
  const details = { correction: true, ...data }
  const after: Moved = {
    ...state,
    reviewKind: state.status === 'IN_REVIEW' ? 'TRIAGE' : null,
    askedFrom: null,
    waitForId: null,
    reopenCount: request.reopenCount,
    appealCount: request.appealCount,
    assignedToId: request.assignedToId,
    firstResponseAt: request.firstResponseAt,
    resolvedAt: state.status === 'RESOLVED' ? (request.resolvedAt ?? clock.now()) : null,
    closedAt: isOpen(state) ? null : request.closedAt,
  }
  const isMove = state.status !== request.status
  // Of a move the state and what belongs to it stand in its own event.
  const told = isMove ? changesBetween<Said>(request, said) : changes
  record('request.corrected', about({ ...next, ...after }), data, told)
  if (isMove) {
    const isSaid = Object.keys(told).length > 0
    await Promise.all([
      isSaid ? save(tx, actor, request, said) : null,
      writeCorrected(inside, next, after, { line, details }),
    ])
    return
  }
  const { rejectionReason, resolutionCode, resolutionText } = state
  await Promise.all([
    save(tx, actor, request, { ...said, rejectionReason, resolutionCode, resolutionText }),
    addActivity(tx, request, actor, {
      activityType: 'SYSTEM',
      message: line,
      metadata: { event: 'corrected', ...details },
    }),
  ])
}
