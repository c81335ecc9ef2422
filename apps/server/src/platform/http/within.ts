import type { Actor } from '../actor.ts'
import type { Tx } from '../db/transaction.ts'
import type { RecordEvent } from '../log/record.ts'
import type { Platform } from '../platform.ts'
import { Stop } from '../stop.ts'
import { Answer } from './answer.ts'
import type { Handler, Inside } from './handle.ts'
import { parse } from './inputs.ts'

type Work = { tx: Tx; platform: Platform; actor: Actor; record: RecordEvent }
type Given = { params?: Record<string, string>; body?: object }

/** What a command made or changed, and whether it changed anything. */
export type Called = { id: string; isChanged: boolean }

const nobody = { id: '', ip: '', userAgent: '', cookies: {} }

/**
 * Does what a command does from within another deed, in its transaction and for its events: by the same permission,
 * shape, rules and refusals as over HTTP.
 */
export async function callWithin(
  { tx, platform, actor, record }: Work,
  handler: Handler,
  { params = {}, body = {} }: Given,
): Promise<Called> {
  const { route, run } = handler
  if (!run) throw new Error(`${route.method} ${route.path} opens transactions of its own.`)
  if (route.may !== 'anyone' && route.may !== 'signed-in' && !actor.permissions.has(route.may))
    throw new Stop('forbidden', 'Your role does not allow this.')
  const inside: Inside = {
    tx,
    db: tx.db,
    platform,
    actor,
    record,
    params,
    query: {},
    body: parse(route.body, body, 'body'),
    from: nobody,
    ifMatch: null,
    enter: (whose) => tx.enter(whose),
    afterCommit: (then) => then(),
  }
  const result = await run(inside)
  return {
    id: idOf(result instanceof Answer ? result.body : result),
    isChanged: !(result instanceof Answer && result.extra.unchanged),
  }
}

function idOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return ''
  if ('text' in body && typeof body.text === 'string') return idOf(JSON.parse(body.text))
  return 'id' in body && typeof body.id === 'string' ? body.id : ''
}
