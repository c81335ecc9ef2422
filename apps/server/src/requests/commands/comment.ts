import { type BodyOf, type EventData, type Mention, requests } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import type { Platform } from '../../platform/platform.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, addActivity, loadRequest, mustBeAllowed, type RequestRecord } from '../access.ts'
import { turnClocks, withClocks } from '../clocks.ts'
import { answerTo } from '../moveRules.ts'
import { readActivity } from '../queries/activities.ts'
import { loadMerged } from '../queries/loadRequests.ts'
import { isAnswerOf, isRequester } from '../rules.ts'
import { words } from '../words.ts'
import { checkMentions } from './mentions.ts'
import { move } from './move.ts'
import { save } from './save.ts'

type Inside = { tx: Tx; actor: Actor; record: RecordEvent; platform: Platform }
type Said = Pick<BodyOf<typeof requests.comment>, 'message' | 'isInternal' | 'attachmentIds' | 'mentions'>

/**
 * A reply is the next version of the request for everybody. A note is not: it changes nothing that the
 * requester can see, neither the version nor `updatedAt`, or they could tell that there was one.
 */
export const comment = handle(requests.comment, async (inside) => {
  const request = await loadRequest(inside, inside.params.id, { lock: true })
  const activityId = await say(inside, request, inside.body)
  return answer(await readActivity(inside.tx, activityId), {
    location: `/requests/${request.id}/activities`,
  })
})

/** Writes a reply or a note on a locked request, with all that follows from it, and answers the entry's id. */
export async function say(inside: Inside, request: RequestRecord, body: Said): Promise<string> {
  const { tx, actor, record } = inside
  const { message, isInternal } = body
  mustBeAllowed(isInternal ? 'note' : 'comment', actor, request)
  if (request.mergedIntoId) return land(inside, request, body)
  const byRequester = isRequester(actor, request)
  const mentions = await checkMentions(tx, actor, request, body.mentions ?? [], isInternal)
  const activityId = await addActivity(tx, request, actor, {
    activityType: 'COMMENT',
    message,
    isInternal,
    ...(mentions.length > 0 ? { metadata: { mentions } } : {}),
  })
  const named = mentions.length > 0 ? { mentions: idsOf(mentions) } : {}
  if (body.attachmentIds) await attach(tx, actor, request, activityId, isInternal, body.attachmentIds)
  if (isInternal) record('request.noted', about(request), { activityId, ...named })
  else await reply(inside, request, { activityId, byRequester, ...named })
  return activityId
}

const idsOf = (mentions: readonly Mention[]) => {
  const of = (type: Mention['type']) => mentions.filter((one) => one.type === type).map(({ id }) => id)
  return { people: of('person'), teams: of('team') }
}

/** What a reply does beside being there: it is the next version, may be the first answer, and answers a question. */
async function reply(
  inside: Inside,
  request: RequestRecord,
  said: EventData<'request.replied'>,
): Promise<void> {
  const { tx, actor, record } = inside
  const answers = isAnswerOf(actor, request)
  const isFirst = !request.firstResponseAt && answers
  const firstResponseAt = isFirst ? clock.now() : request.firstResponseAt
  const changes: Record<string, [unknown, unknown]> = isFirst
    ? { firstResponseAt: [null, firstResponseAt] }
    : {}
  record('request.replied', about(request), said, changes)
  const clocks = await turnClocks(
    inside,
    { ...request, firstResponseAt },
    { cause: 'request.replied', asks: said.byRequester && !answers, answers },
  )
  await Promise.all([save(tx, actor, request, { firstResponseAt, ...clocks.columns }), clocks.written])
  if (said.byRequester && request.status === 'ACTION_REQUIRED') {
    const replied = withClocks(request, clocks.columns)
    const answered = { ...replied, firstResponseAt, version: request.version + 1 }
    await move(inside, answered, { to: answerTo(request) }, ['requester'])
  }
}

/**
 * What is written to a merged request lands where that went, with a note of where it was written. Where two
 * people asked, only the one who asked there reads it beside the desk, and to the other nothing has happened.
 */
async function land(
  inside: Inside,
  written: RequestRecord,
  { message, attachmentIds }: { message: string; attachmentIds?: string[] | undefined },
): Promise<string> {
  const { tx, actor, record } = inside
  const request = await loadMerged(tx.db, written)
  if (request.closedAt) throw new Stop('state', words.mergedAway)
  const privateToId = request.requesterId === written.requesterId ? null : written.requesterId
  const activityId = await addActivity(tx, request, actor, {
    activityType: 'COMMENT',
    message,
    viaRequestId: written.id,
    privateToId,
  })
  if (attachmentIds) await attach(tx, actor, written, activityId, false, attachmentIds)
  const byRequester = isRequester(actor, written)
  if (!privateToId) await reply(inside, request, { activityId, byRequester })
  else record('request.reply_landed', about(request), { activityId, viaId: written.id })
  // To whoever asked there, it is a reply in their own request.
  if (privateToId && !byRequester) record('request.replied', about(written), { activityId, byRequester })
  return activityId
}

/** Shows files with this entry: the author's own, uploaded to this request before and not sent yet. */
async function attach(
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  activityId: string,
  isInternal: boolean,
  attachmentIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(attachmentIds)]
  const files = await tx.query<{ wasInternal: boolean }>(
    `with mine as (
       select id, is_internal from app.attachments
       where company_id = $1 and request_id = $2 and id = any ($3::uuid[]) and uploaded_by_id = $4
         and deleted_at is null
         and (activity_id is null or activity_id in (select e.id from app.request_activities e
           where e.company_id = $1 and e.request_id = $2 and e.activity_type = 'ATTACHMENT'))
       for update)
     update app.attachments f set activity_id = $5, is_internal = $6 from mine
     where f.company_id = $1 and f.id = mine.id returning mine.is_internal as "wasInternal"`,
    [request.companyId, request.id, ids, actor.id, activityId, isInternal],
  )
  if (files.length !== ids.length) throw refuseField('attachmentIds', words.notYourFile)
  if (!isInternal && files.some(({ wasInternal }) => wasInternal)) {
    throw refuseField('attachmentIds', words.internalFile)
  }
}
