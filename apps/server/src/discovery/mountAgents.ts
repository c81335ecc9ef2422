import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DatabaseError } from 'pg'
import { clock } from '../platform/clock/clock.ts'
import { transact } from '../platform/db/transaction.ts'
import { openRecord } from '../platform/log/record.ts'
import type { Platform } from '../platform/platform.ts'
import { Stop } from '../platform/stop.ts'
import { companyOf, findToken, type Work } from './access.ts'
import { type Dialect, dialectOf, pending, type Reply, refusal, thanks } from './agent/answers.ts'
import { Fault } from './agent/fault.ts'
import { readBody, unpack } from './agent/inflate.ts'
import { type Message, readMessage } from './agent/message.ts'
import { type Bounds, openTurns, type Turns } from './agent/turns.ts'
import { openConflict } from './commands/openConflict.ts'
import { takeMessage } from './commands/takeMessage.ts'
import { words } from './words.ts'

/**
 * Reports that are unpacked and written at once, each of which takes up to 24 MB; agents that are let in; and what those
 * have sent so far. Of one company there are always fewer, so that the others get through.
 */
const bounds: Bounds = {
  working: { all: 4, ofOne: 3 },
  inside: { all: 400, ofOne: 100 },
  bytes: { all: 96 * 1024 * 1024, ofOne: 32 * 1024 * 1024 },
}

/**
 * `/inventory/<token>`: the address that agents know. It speaks their languages and not that of the API, so it stands
 * beside it: no session, no problem+json, no contract; docs/guides/discovery.md says what it answers.
 */
export async function mountAgents(app: FastifyInstance, platform: Platform): Promise<void> {
  const turns = openTurns(bounds)
  await app.register(async (agents) => {
    agents.removeAllContentTypeParsers()
    // Whatever it calls itself, its first bytes say what it is.
    agents.addContentTypeParser('*', (_request, _stream, done) => done(null))
    agents.route<{ Params: { token: string } }>({
      method: 'POST',
      url: '/inventory/:token',
      handler: async (request, reply) =>
        send(reply, await letIn(platform, turns, request, request.params.token)),
    })
    agents.route<{ Params: { token: string } }>({
      method: 'GET',
      url: '/inventory/:token',
      handler: async (request, reply) =>
        send(reply, await answerWaiting(platform, request, request.params.token)),
    })
  })
}

function send(reply: FastifyReply, { status, type, body }: Reply) {
  if (status >= 400) reply.header('connection', 'close')
  if (status === 503) reply.header('retry-after', '30')
  return reply.code(status).type(type).header('cache-control', 'no-store').send(body)
}

type Heard = { companyId: string; tokenId: string; dialect: Dialect; request: FastifyRequest }

/** Every company has its own share of the room. */
async function letIn(
  platform: Platform,
  turns: Turns,
  request: FastifyRequest,
  token: string,
): Promise<Reply> {
  const dialect = dialectOf(request.headers, null)
  const companyId = companyOf(token)
  if (!companyId) return refusal(dialect, 401, words.unknownToken)
  const answer = await turns.enter(companyId, (hold) =>
    hear(
      { platform, request, dialect, companyId, hold, inTurn: (work) => turns.inTurn(companyId, work) },
      token,
    ),
  )
  return answer ?? refusal(dialect, 503, words.busy)
}

type Inside = {
  platform: Platform
  request: FastifyRequest
  dialect: Dialect
  companyId: string
  hold: (size: number) => boolean
  inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>
}

/** What it says, and what is done about it. However slowly it comes, it takes no place before it is there as a whole. */
async function hear(inside: Inside, token: string): Promise<Reply> {
  const { platform, request, dialect, companyId, hold, inTurn } = inside
  const note = (heard: Heard, fault: Fault) => inTurn(() => noteFault(platform, heard, fault))
  let heard: Heard | null = null
  try {
    const found = await inTurn(() =>
      transact(platform.pools.worker, { companyId, personId: null }, (tx) => findToken(tx, token)),
    )
    if (!found) return refusal(dialect, 401, words.unknownToken)
    const known: Heard = { companyId, tokenId: found.id, dialect, request }
    if (!found.isGood) {
      await note(known, new Fault('not_ours', words.unknownToken))
      return refusal(dialect, 401, words.unknownToken)
    }
    heard = known
    const packed = await readBody(request.raw, hold)
    return await inTurn(async () => take(platform, known, readMessage(await unpack(packed))))
  } catch (error) {
    if (error instanceof Fault && error.code === 'busy') return refusal(dialect, 503, words.busy)
    if (error instanceof Fault && heard) {
      await note(heard, error)
      return refusal(dialect, error.code === 'too_large' ? 413 : 400, error.message)
    }
    if (error instanceof Stop && error.code === 'unavailable') return refusal(dialect, 503, words.busy)
    if (request.raw.destroyed && !request.raw.complete) return refusal(dialect, 400, words.notPacked)
    platform.log.error({ error }, 'An inventory could not be taken.')
    return refusal(dialect, 500, words.broken)
  }
}

async function take(
  platform: Platform,
  { companyId, tokenId, request }: Heard,
  message: Message,
): Promise<Reply> {
  const dialect = dialectOf(request.headers, message.form)
  const userAgent = (request.headers['user-agent'] ?? '').slice(0, 400)
  return inCompany(platform, companyId, request, (work) =>
    takeMessage(work, { tokenId, userAgent }, message, dialect),
  )
}

/** A line in the inbox of the company; nothing else of it is kept. */
async function noteFault(
  platform: Platform,
  { companyId, dialect, request }: Heard,
  fault: Fault,
): Promise<void> {
  const from = dialect.agentId ?? request.ip
  await inCompany(platform, companyId, request, (work) =>
    openConflict(work, {
      kind: 'REFUSED',
      key: `refused ${fault.code} ${from}`,
      reason: fault.message,
      about: { ref: from },
    }),
  )
}

/** What PostgreSQL rolled back for being in another's way: the same again may go through. */
const clashes = new Set(['40001', '40P01', '23505', '26000', '0A000'])

async function inCompany<Result>(
  platform: Platform,
  companyId: string,
  { ip, id }: FastifyRequest,
  run: (work: Work) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    const { record, write, count } = openRecord(() => ({
      ip,
      requestId: id,
      actorId: null,
      actorName: words.agent,
      actorKind: 'system',
    }))
    try {
      const result = await transact(
        platform.pools.worker,
        { companyId, personId: null },
        (tx) => run({ tx, record, companyId, now: clock.now(), ip }),
        write,
      )
      if (count() > 0) platform.bell.ring('wrote')
      return result
    } catch (error) {
      if (!(error instanceof DatabaseError) || !clashes.has(error.code ?? '') || tries === 3) throw error
    }
  }
}

/** So long after its report an agent may ask what came of it. */
const recent = 15 * 60_000

/** An agent that was told to wait asks again with GET; whether its report has come is in its row. */
async function answerWaiting(platform: Platform, request: FastifyRequest, token: string): Promise<Reply> {
  const dialect = dialectOf(request.headers, 'json')
  const companyId = companyOf(token)
  const { agentId } = dialect
  const found =
    companyId &&
    (await transact(platform.pools.worker, { companyId, personId: null }, async (tx) => {
      const known = await findToken(tx, token)
      const [agent] = await tx.query<{ contactAt: Date; inventoryAt: Date | null }>(
        `select last_contact_at as "contactAt", last_inventory_at as "inventoryAt" from app.agents
         where company_id = $1 and key = $2`,
        [companyId, agentId ?? ''],
      )
      return known?.isGood ? { agent } : null
    }))
  if (!found) return refusal(dialect, 401, words.unknownToken)
  const now = clock.now().getTime()
  const { agent } = found
  if (agent?.inventoryAt && now - agent.inventoryAt.getTime() < recent) return thanks(dialect, 24)
  if (agent && now - agent.contactAt.getTime() < recent) return pending(10)
  return refusal(dialect, 400, agentId ? words.notExpected : words.forAgents)
}
