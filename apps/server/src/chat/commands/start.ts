import { chat } from '@deskhand/contract'
import { type DeskFact, deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, addActivity, isRequester, loadRequest, mustBeAllowed } from '../../requests/access.ts'
import { say } from '../../requests/commands/comment.ts'
import { codesOf, openRequest } from '../../requests/commands/create.ts'
import { words as requestWords } from '../../requests/words.ts'
import { readSession } from '../access.ts'
import { readDesks } from '../queries/desks.ts'
import { titleOf } from '../rules.ts'
import { words } from '../words.ts'

/**
 * Begins a chat, or joins the one that goes on. Where nobody of the desk is there, what was said becomes (or stays) an
 * ordinary request, and the answer says when the desk is back.
 */
export const start = handle(chat.start, async (inside) => {
  const { tx, actor, body, record, platform } = inside
  const facts = await deskFacts(platform, tx)
  const isNew = body.requestId === undefined
  if (isNew && !body.message) throw refuseField('message', words.saySomething)
  const desk = isNew ? facts.desk(body.serviceDeskCode ?? '') : undefined
  if (isNew && !desk?.isActive) {
    throw refuseField(
      'serviceDeskCode',
      body.serviceDeskCode ? requestWords.noSuchDeskCode(codesOf(facts.desks)) : words.sayWhere,
    )
  }
  const opened = desk && (await openRequest(inside, await newRequest(tx, desk, body.message ?? '')))
  const request = await loadRequest(inside, opened?.id ?? body.requestId ?? '', { lock: true })
  if (!isRequester(actor, request) && actor.id !== request.requesterId) {
    throw new Stop('forbidden', words.onlyRequester)
  }
  mustBeAllowed('comment', actor, request)

  const there = facts.desk(request.serviceDeskId)
  const [standing] = there ? await readDesks(inside, [there]) : []
  const session = standing?.isOpen ? await begin(inside, request) : null
  if (!isNew && body.message) await say(inside, request, { message: body.message, isInternal: false })
  const { referenceNumber } = request
  return answer(
    {
      session: session ? await readSession(inside, session.id) : null,
      requestId: request.id,
      referenceNumber,
      words: session
        ? words.waits(referenceNumber)
        : words.becameRequest(standing?.words ?? '', referenceNumber),
    },
    // Who joins what goes on, or asks where nobody is, and says nothing changes nothing.
    { unchanged: !isNew && !body.message && !session?.isNew },
  )

  async function begin({ tx: inTx }: typeof inside, asked: typeof request) {
    const id = newId()
    const now = clock.now()
    const [going] = await inTx.query<{ id: string }>(
      `select id from app.chat_sessions where company_id = $1 and request_id = $2 and state <> 'ENDED'`,
      [actor.companyId, asked.id],
    )
    if (going) return { id: going.id, isNew: false }
    await inTx.run(
      `insert into app.chat_sessions (company_id, id, request_id, service_desk_id, started_by_id, started_at, waiting_since)
       values ($1, $2, $3, $4, $5, $6, $6)`,
      [actor.companyId, id, asked.id, asked.serviceDeskId, actor.id, now],
    )
    await addActivity(inTx, asked, actor, {
      activityType: 'SYSTEM',
      message: words.began(actor.name),
      metadata: { event: 'chat_started', sessionId: id },
    })
    record('chat.started', about(asked), { sessionId: id })
    return { id, isNew: true }
  }
})

/** At a desk that has confidential kinds of requests nobody knows yet of which kind a chat is: it begins as one of them. */
async function newRequest(tx: Tx, { id, code }: DeskFact, message: string) {
  const [kinds] = await tx.query<{ isConfidential: boolean | null }>(
    `select bool_or(is_confidential) as "isConfidential" from app.request_types
     where company_id = $1 and desk_id = $2 and is_active`,
    [tx.whose.companyId, id],
  )
  return {
    serviceDeskCode: code,
    summary: titleOf(message),
    description: message,
    isConfidential: kinds?.isConfidential ?? false,
    tags: [],
  }
}
