import type { Request } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/kysely.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import type { Platform } from '../../platform/platform.ts'
import { Stop } from '../../platform/stop.ts'
import { loadRequest } from '../../requests/access.ts'
import { give } from '../../requests/commands/assign.ts'
import { openRequest } from '../../requests/commands/create.ts'
import type { Template } from '../access.ts'

type Inside = { tx: Tx; db: Db; actor: Actor; record: RecordEvent; platform: Platform }
type Made = { request: Request; refusal: null } | { request: null; refusal: string }

/**
 * Makes the request of a plan in its owner's name, or says why it cannot be made: then nothing of it is left, neither
 * rows nor events, and the caller's transaction goes on.
 */
export async function makeRequest(inside: Inside, serviceDeskId: string, template: Template): Promise<Made> {
  const { tx, actor, record } = inside
  const events: Parameters<RecordEvent>[] = []
  // One function for events of every name; what is kept is passed on as it came.
  const keep = ((...event: Parameters<RecordEvent>) => events.push(event)) as RecordEvent
  const { requestTypeId, summary, description, priority, tags, assignedToId } = template
  await tx.run('savepoint of_plan')
  try {
    const request = await openRequest(
      { ...inside, record: keep },
      {
        serviceDeskId,
        summary,
        tags,
        ...(requestTypeId && { requestTypeId }),
        ...(description && { description }),
        ...(priority && { priority }),
      },
    )
    if (assignedToId) {
      const opened = await loadRequest({ tx, db: inside.db, actor }, request.id, { lock: true })
      await give({ tx, actor, record: keep }, opened, { assignedToId })
    }
    for (const event of events) record(...event)
    return { request, refusal: null }
  } catch (thrown) {
    if (!(thrown instanceof Stop)) throw thrown
    await tx.run('rollback to savepoint of_plan')
    const { errors } = thrown.extra
    return { request: null, refusal: errors?.[0]?.message ?? thrown.message }
  }
}

/** Tries a template out and leaves nothing behind. */
export async function tryOut(
  inside: Inside,
  serviceDeskId: string,
  template: Template,
): Promise<string | null> {
  const { tx } = inside
  await tx.run('savepoint of_try')
  const { refusal } = await makeRequest({ ...inside, record: () => undefined }, serviceDeskId, template)
  await tx.run('rollback to savepoint of_try')
  return refusal
}
