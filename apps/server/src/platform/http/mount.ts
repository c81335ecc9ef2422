import { setTimeout as pause } from 'node:timers/promises'
import { proofFor } from '@deskhand/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DatabaseError } from 'pg'
import type { Actor } from '../actor.ts'
import { transact } from '../db/transaction.ts'
import { type Origin, openRecord } from '../log/record.ts'
import type { Platform } from '../platform.ts'
import { Stop } from '../stop.ts'
import { Answer } from './answer.ts'
import type { From, Handler, Inside, Outside } from './handle.ts'
import { claimKey, type Kept, keepAnswer, readKey } from './idempotency.ts'
import { parse, readIfMatch, readParams, readQuery } from './inputs.ts'
import type { Limits } from './limits.ts'
import { mustHaveProved } from './mustHaveProved.ts'
import { refuseOtherMethods } from './otherMethods.ts'
import { nextLink, type Rendered, render } from './render.ts'
import { type ReadPage, sendTable, wantsTable, withoutFormat } from './table.ts'

/** Who this request is from; null for nobody, and wherever the route forgets. Throws when credentials are there and wrong. */
export type Authenticate = (request: FastifyRequest) => Promise<Actor | null>

export type Mount = { platform: Platform; authenticate: Authenticate; limits: Limits }

/** Makes a Fastify route of every handler: who is it, may they, is it well formed; then the handler. */
export function mount(app: FastifyInstance, handlers: readonly Handler[], context: Mount): void {
  const methods = new Map<string, string[]>()
  for (const handler of handlers) {
    const { route } = handler
    methods.set(route.path, [...(methods.get(route.path) ?? []), route.method])
    app.route({
      method: route.method,
      url: route.path,
      config: { route },
      handler: (request, reply) => serve(handler, request, reply, context),
    })
  }
  for (const [url, known] of methods) refuseOtherMethods(app, url, known)
}

async function serve(
  handler: Handler,
  request: FastifyRequest,
  reply: FastifyReply,
  context: Mount,
): Promise<unknown> {
  const { route } = handler
  const { platform } = context
  const actor = await context.authenticate(request).catch(async (refused: unknown) => {
    // Guessing tokens is limited too.
    await context.limits.take(request, reply, route, null)
    throw refused
  })
  await context.limits.take(request, reply, route, actor)
  if (route.may !== 'anyone' && !actor) throw new Stop('not_signed_in', 'Sign in first.')
  if (route.may !== 'anyone' && route.may !== 'signed-in' && !actor?.permissions.has(route.may)) {
    throw new Stop('forbidden', 'Your role does not allow this.')
  }
  const maxAge = proofFor(route)
  if (actor && maxAge !== null) mustHaveProved(actor, maxAge)
  if (!route.upload && !route.form && request.isMultipart())
    throw new Stop('wrong_type', 'Send application/json.')
  const table = wantsTable(route, request)
  const given = {
    platform,
    params: readParams(request.params),
    query: readQuery(route.query, table ? withoutFormat(request.query) : request.query),
    body: route.upload || route.form ? {} : parse(route.body, request.body ?? {}, 'body'),
    from: fromOf(request),
    ifMatch: readIfMatch(request.headers['if-match']),
  }
  if (handler.runOutside) {
    const outside: Outside = {
      ...given,
      actor,
      request,
      reply,
      open: (work) => openAs(handler, actor, given.from, context, work),
    }
    const result = await handler.runOutside(outside)
    // A download has begun to send itself.
    return route.download || reply.sent ? reply : send(request, reply, render(route, result))
  }
  if (table === 'csv' || table === 'xlsx') {
    const read: ReadPage = (query, begin) =>
      openAs(handler, actor, given.from, context, async (open) => {
        begin?.(open.record)
        const inside = { ...given, ...open, query, actor, afterCommit: () => undefined } as Inside
        return render(route, await handler.run(inside))
      })
    await sendTable(route, table, given.query, read, reply)
    return reply
  }
  const key =
    route.method === 'POST' && actor && !route.keepsNothing
      ? readKey(
          platform,
          request.headers['idempotency-key'],
          `${route.method} ${route.path}`,
          [given.params, given.body],
          actor.id,
        )
      : null
  let afterwards: (() => void)[] = []
  const rendered = await again(() =>
    openAs(handler, actor, given.from, context, async (open, counted): Promise<Rendered | Kept> => {
      afterwards = []
      if (key) {
        const kept = await claimKey(open.tx, key)
        if (kept) return kept
      }
      // `anyone` routes have no actor; their handlers do not ask for one.
      const inside = {
        ...given,
        ...open,
        actor,
        afterCommit: (then: () => void) => afterwards.push(then),
      } as Inside
      const result = await handler.run(inside)
      const unchanged = result instanceof Answer && result.extra.unchanged
      if (route.kind === 'command' && route.log !== false && !unchanged && counted() === 0) {
        throw new Error(`${route.method} ${route.path} changed something and recorded no event.`)
      }
      const ready = render(route, result)
      if (key) keepAnswer(open.tx, key, ready)
      return ready
    }),
  )
  for (const then of afterwards) then()
  return send(request, reply, rendered)
}

/** Opens the transaction of a handler and writes its events as the last statement. */
async function openAs<Result>(
  handler: Handler,
  actor: Actor | null,
  from: From,
  { platform }: Mount,
  work: (open: Parameters<Parameters<Outside['open']>[0]>[0], counted: () => number) => Promise<Result>,
): Promise<Result> {
  let origin: Origin = {
    actorId: actor?.id ?? null,
    actorName: actor?.name ?? null,
    actorKind: actor ? (handler.door === 'platform' ? 'platform' : 'person') : 'system',
  }
  const { record, write, count } = openRecord(() => ({ ip: from.ip, requestId: from.id, ...origin }))
  const result = await transact(
    platform.pools[handler.door],
    { companyId: actor?.companyId ?? null, personId: actor?.id ?? null },
    (tx) =>
      work(
        {
          tx,
          db: tx.db,
          record,
          enter: async (whose, as) => {
            origin = as
            await tx.enter(whose)
          },
        },
        count,
      ),
    write,
  )
  if (count() > 0) platform.bell.ring('wrote')
  return result
}

// Deadlock, serialisation failure; a statement that is gone or planned for older tables (its connection is, too).
const retried = new Set(['40001', '40P01', '26000', '0A000'])

/** What is nobody's fault gets three tries. */
async function again<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      const isClash = error instanceof DatabaseError && retried.has(error.code ?? '')
      if (!isClash || tries === 3) throw error
      await pause(5 + Math.random() * 20 * tries)
    }
  }
}

function send(request: FastifyRequest, reply: FastifyReply, rendered: Rendered | Kept) {
  const extra = 'extra' in rendered ? rendered.extra : {}
  for (const { name, value, maxAge, path } of extra.cookies ?? []) {
    reply.setCookie(name, value, { maxAge, path: path ?? '/' })
  }
  reply.headers(rendered.headers)
  if (!('extra' in rendered)) reply.header('idempotent-replayed', 'true')
  if (extra.next) reply.header('link', nextLink(request.url, extra.next))
  const etag = rendered.headers['etag']
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (isRead && etag && !extra.isTimed && matches(request.headers['if-none-match'], etag))
    return reply.code(304).send()
  reply.code(rendered.status)
  return rendered.status === 204
    ? reply.send()
    : reply.type('application/json; charset=utf-8').send(rendered.body)
}

/** If-None-Match compares weakly (RFC 9110 §13.1.2). */
const matches = (header: string | undefined, etag: string) =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))

const fromOf = (request: FastifyRequest): From => ({
  id: request.id,
  ip: request.ip,
  userAgent: (request.headers['user-agent'] ?? '').slice(0, 400),
  cookies: request.cookies,
})
