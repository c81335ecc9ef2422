import type { LoggedEvent } from '../../platform/log/event.ts'
import type { UndoWork } from '../../platform/log/undo.ts'
import { Stop } from '../../platform/stop.ts'
import { isStaff, isSupervisor, loadRequest, type RequestRecord } from '../access.ts'
import { words } from '../words.ts'

/** The request of an event, locked, for somebody who may undo what happened to it. */
export async function loadForUndo(work: UndoWork, event: LoggedEvent): Promise<RequestRecord> {
  const request = await loadRequest(work, event.subjectId ?? '', { lock: true })
  const may = work.isDoer ? isStaff : isSupervisor
  if (!may(work.actor, request))
    throw new Stop('forbidden', work.isDoer ? words.onlyDesk : words.onlySupervisor)
  return request
}
