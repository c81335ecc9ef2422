import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db/kysely.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { RecordEvent } from '../platform/log/record.ts'
import { Stop } from '../platform/stop.ts'
import { isStaff, loadRequest, mustBeAllowed, type RequestRecord } from '../requests/access.ts'
import { words } from '../requests/words.ts'
import type { EntryFacts } from './rules.ts'

export type EntryRecord = EntryFacts & { id: string; message: string }

export type Inside = {
  tx: Tx
  db: Db
  actor: Actor
  record: RecordEvent
  ifMatch?: readonly string[] | null
}

/** An entry of a request that may still be written on, both locked; an internal one is there for the desk alone. */
export async function loadEntry(
  inside: Inside,
  { id, activityId }: { id: string; activityId: string },
): Promise<{ request: RequestRecord; entry: EntryRecord }> {
  const { db, actor } = inside
  const request = await loadRequest(inside, id, { lock: true })
  const entry = isUuid(activityId.toLowerCase())
    ? await db
        .selectFrom('requestActivities')
        .select(['id', 'activityType', 'authorId', 'isInternal', 'message', 'createdAt', 'withdrawnAt'])
        .where('companyId', '=', actor.companyId)
        .where('requestId', '=', request.id)
        .where('id', '=', activityId.toLowerCase())
        .forUpdate()
        .executeTakeFirst()
    : undefined
  if (!entry || (entry.isInternal && !isStaff(actor, request))) throw new Stop('not_found', words.noSuchEntry)
  mustBeAllowed(entry.isInternal ? 'note' : 'comment', actor, request)
  return { request, entry }
}
