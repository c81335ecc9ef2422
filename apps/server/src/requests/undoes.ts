import type { EventData } from '@deskhand/contract'
import type { Updateable } from 'kysely'
import type { Requests } from '../platform/db/schema.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { type Undo, type UndoWork, undo } from '../platform/log/undo.ts'
import { Stop } from '../platform/stop.ts'

import { about, addActivity, type Entry, type RequestRecord } from './access.ts'
import { turnClocks } from './clocks.ts'
import { loadForUndo } from './commands/loadForUndo.ts'

import { save } from './commands/save.ts'
import { isOpen } from './rules.ts'
import { words } from './words.ts'

type Undone =
  | 'request.updated'
  | 'request.moved'
  | 'request.assigned'
  | 'request.prioritised'
  | 'request.tagged'
  | 'request.closed'

/** Puts the fields of a request back to what they were before this event, and says so in the timeline. */
async function putBack(work: UndoWork, event: LoggedEvent<Undone>): Promise<void> {
  const { tx, actor, record } = work
  const request = await loadForUndo(work, event)
  const { changes } = event
  if (changes['isConfidential']) throw new Stop('conflict', words.unsealByHand)
  const before: Partial<RequestRecord> = Object.fromEntries(
    Object.entries(changes).map(([field, [old]]) => [field, old]),
  )
  const after = { ...request, ...before }
  if (request.closedAt && !('closedAt' in changes) && isOpen(after)) {
    throw new Stop('conflict', words.closedSince)
  }
  const timely = event.name === 'request.moved' ? await timesBefore(work, event, request) : {}
  const turned = Object.fromEntries(Object.entries(changes).map(([field, [old, now]]) => [field, [now, old]]))
  record(event.name, about(after), dataOf(event, after), turned as typeof changes)
  await addActivity(tx, request, actor, lineOf(actor.name, event))
  // The clocks go on from here by what holds again; the time in between stays as it was lived.
  const happening = { cause: event.name, terms: 'UNDONE' }
  const clocks = await turnClocks({ tx }, { ...after, ...firstResponseOf(timely) }, happening)
  await save(tx, actor, request, { ...columnsOf(before), ...timely, ...clocks.columns })
  await clocks.written
}

const firstResponseOf = ({ firstResponseAt }: { firstResponseAt?: Date }) =>
  firstResponseAt ? { firstResponseAt } : {}

/** jsonb and arrays go into their columns as the driver wants them. */
const columnsOf = ({
  customFields,
  sla: _,
  secretMarks: __,
  ...fields
}: Partial<RequestRecord>): Updateable<Requests> => ({
  ...fields,
  ...(customFields === undefined ? {} : { customFields: JSON.stringify(customFields) }),
})

/**
 * When its state last changed before this move, for the timers that count from there; and the first answer,
 * where the move was it: the first reply since, if there was one.
 */
async function timesBefore(
  { tx }: UndoWork,
  { id, changes }: LoggedEvent,
  request: RequestRecord,
): Promise<{ statusChangedAt: Date; firstResponseAt?: Date }> {
  const [times] = await tx.query<{ movedAt: Date | null; repliedAt: Date | null }>(
    `select max(at) filter (where name = 'request.moved' and id < $3) as "movedAt",
       min(at) filter (where name = 'request.replied' and id > $3 and data ->> 'byRequester' = 'false') as "repliedAt"
     from app.events where company_id = $1 and subject_id = $2 and name in ('request.moved', 'request.replied')`,
    [request.companyId, request.id, id],
  )
  return {
    statusChangedAt: times?.movedAt ?? request.createdAt,
    ...(changes['firstResponseAt'] && times?.repliedAt ? { firstResponseAt: times.repliedAt } : {}),
  }
}

/** What the compensating event says: the same kind of change, the other way round. */
function dataOf(event: LoggedEvent<Undone>, after: RequestRecord): EventData<Undone> {
  switch (event.name) {
    case 'request.moved': {
      const { from, to } = event.data as EventData<'request.moved'>
      return { from: to, to: from, details: { undone: true } }
    }
    case 'request.assigned':
      return { assignedToId: after.assignedToId, assignedTeamId: after.assignedTeamId }
    case 'request.prioritised':
      return { priority: after.priority }
    case 'request.tagged':
      return { tags: after.tags }
    case 'request.updated':
      return { fields: Object.keys(event.changes) }
    case 'request.closed':
      return {}
  }
}

function lineOf(who: string, event: LoggedEvent<Undone>): Entry {
  const metadata = { event: 'undone', fields: Object.keys(event.changes) }
  if (event.name !== 'request.moved') {
    const isInternal = event.name === 'request.tagged'
    return {
      activityType: 'SYSTEM',
      message: words.undid(who, words.undone[event.name]),
      metadata,
      isInternal,
    }
  }
  const { from, to } = event.data as EventData<'request.moved'>
  const message = words.undid(who, words.undone[event.name])
  return { activityType: 'STATUS_CHANGE', message, metadata: { ...metadata, from: to, to: from } }
}

export const undoes: Undo[] = [
  undo({
    on: [
      'request.updated',
      'request.moved',
      'request.assigned',
      'request.prioritised',
      'request.tagged',
      'request.closed',
    ],
    run: putBack,
  }),
]
