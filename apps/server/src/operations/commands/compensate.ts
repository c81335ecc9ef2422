import { events } from '@deskhand/contract'
import type { BatchWork } from '../../platform/jobs/batch.ts'
import { eventColumns } from '../../platform/jobs/claim.ts'
import type { LoggedEvent } from '../../platform/log/event.ts'
import { recordWithin } from '../../platform/log/record.ts'
import { Stop } from '../../platform/stop.ts'
import { findConflicts } from '../queries/conflicts.ts'
import { words } from '../words.ts'

/**
 * Undoes what an operation did to one subject, the last first. Whether somebody changed the same since is
 * asked afterwards, when the subject is locked: what was committed until then is seen, and nothing can come
 * between.
 */
export async function compensate(
  work: BatchWork,
  operationId: string,
  subjectId: string,
  { isDoer }: { isDoer: boolean },
): Promise<void> {
  const { tx, platform, record } = work
  const done = await tx.query<LoggedEvent>(
    `select ${eventColumns} from app.events e
     where e.company_id = $1 and e.operation_id = $2 and e.subject_id = $3 order by e.id desc`,
    [tx.whose.companyId, operationId, subjectId],
  )
  for (const event of done) {
    const way = platform.undoes.get(event.name)
    if (!way) throw new Stop('state', words.cannotUndo(sentenceOf(event)))
    await way.run({ ...work, isDoer, record: recordWithin(record, { causedById: event.id }) }, event)
  }
  const [conflict] = await findConflicts(tx, operationId, subjectId)
  if (conflict) throw new Stop('conflict', conflict.message)
}

/** What happened, as the log says it. */
export const sentenceOf = ({
  name,
  actorName,
  subjectRef,
}: Pick<LoggedEvent, 'name' | 'actorName' | 'subjectRef'>): string =>
  events[name].words.replace('{actor}', actorName ?? 'Deskhand').replace('{ref}', subjectRef ?? '')
