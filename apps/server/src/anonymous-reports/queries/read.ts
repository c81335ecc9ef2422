import { Activity, type AnonymousReport } from '@deskhand/contract'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RequestRecord } from '../../requests/access.ts'
import { readThread } from '../../requests/queries/activities.ts'
import { whyNot } from '../../requests/rules.ts'

/** The newest so many entries. */
const shown = 200

/** A report as whoever wrote it reads it: what they wrote and what they were answered, by the requester's own door. */
export async function readReport(
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
): Promise<z.input<typeof AnonymousReport>> {
  const { id, referenceNumber, summary, description, status, question, closedAt, createdAt } = request
  const [names] = await tx.query<{ deskName: string; stateWord: string | null }>(
    `select d.name as "deskName", t.state_words ->> $3 as "stateWord"
     from app.desks d left join app.request_types t on t.company_id = d.company_id and t.id = $4
     where d.company_id = $1 and d.id = $2`,
    [actor.companyId, request.serviceDeskId, status, request.requestTypeId],
  )
  const { data } = await readThread(tx, actor, sql`r.id = ${id}`, { limit: shown })
  const said = z
    .array(Activity)
    .parse(JSON.parse(data))
    .filter(
      ({ activityType, isInternal, attachments }) =>
        !isInternal &&
        (activityType === 'COMMENT' || (activityType === 'ATTACHMENT' && attachments.length > 0)),
    )
  return {
    referenceNumber,
    deskName: names?.deskName ?? '',
    summary,
    description,
    status,
    stateWord: names?.stateWord ?? null,
    question: status === 'ACTION_REQUIRED' ? question : null,
    isClosed: closedAt !== null,
    createdAt: createdAt.toISOString(),
    entries: said.map((one) => ({
      id: one.id,
      isMine: one.authorId === actor.id,
      authorName: one.authorName,
      // Of a file alone the timeline says who attached it under which name; the file itself says as much.
      message: one.activityType === 'COMMENT' ? one.message : '',
      files: one.attachments.map(({ id, fileName, fileSize }) => ({ id, fileName, fileSize })),
      at: one.createdAt,
    })),
    refusal: whyNot('comment', actor, request, clock.now())?.sentence ?? null,
  }
}
