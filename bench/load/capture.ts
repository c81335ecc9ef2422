import type pg from 'pg'
import { openDeskhand } from '../../apps/server/src/deskhand.ts'
import { readConfig } from '../../apps/server/src/platform/config.ts'
import type { Installation } from '../installation.ts'
import { headersOf, type Target } from './target.ts'

export type Statement = { name?: string; text: string; values?: unknown[] }
/** What one request sends to the database, from `begin` to `commit`. */
export type Transaction = {
  statements: Statement[]
  /** Ids that it thought up; whoever sends it again puts new ones in their place. */
  fresh: string[]
}

/** Listens in on the API's own connections: the limit is made of the very statements that an endpoint sends. */
export async function openCapture({ connection, secret, folder }: Installation) {
  const config = readConfig({ DESKHAND_DATA: folder, DESKHAND_RATE_LIMITS: 'off', DESKHAND_LOG: 'fatal' }, [
    '--as=api',
  ])
  const { app, platform, stop } = await openDeskhand(config, connection, secret)
  const known = new WeakSet<object>()
  let heard: Statement[] = []
  platform.pools.app.on('acquire', (client) => {
    if (known.has(client)) return
    known.add(client)
    listenIn(client, (statement) => heard.push(statement))
  })

  const call = async (target: Target): Promise<Statement[]> => {
    const { method, path, body } = target
    heard = []
    const { statusCode, payload } = await app.inject({
      method,
      url: path,
      headers: headersOf(target),
      ...(body ? { payload: body } : {}),
    })
    if (statusCode >= 300) throw new Error(`${method} ${path} answered ${statusCode}: ${payload}`)
    return heard
  }

  /** Twice alike: what is looked up only now and then, because it is remembered, is not part of it. */
  const capture = async (target: Target): Promise<Transaction> => {
    let before = await call(target)
    for (let tries = 0; tries < 5; tries++) {
      const statements = await call(target)
      if (isAlike(before, statements)) {
        const old = new Set(idsIn(before))
        return { statements, fresh: [...new Set(idsIn(statements))].filter((id) => !old.has(id)) }
      }
      before = statements
    }
    throw new Error(`${target.method} ${target.path} sends other statements each time.`)
  }

  return { capture, stop }
}

function listenIn(client: pg.PoolClient, hear: (statement: Statement) => void): void {
  const query: unknown = Reflect.get(client, 'query')
  if (typeof query !== 'function') throw new Error('A client of pg without query.')
  Reflect.set(client, 'query', (...args: unknown[]) => {
    const [first] = args
    if (typeof first === 'string') hear({ text: first })
    else if (isStatement(first)) {
      const { name, text, values } = first
      hear({ text, ...(name ? { name } : {}), ...(values ? { values } : {}) })
    }
    return Reflect.apply(query, client, args)
  })
}

const isStatement = (value: unknown): value is Statement =>
  typeof value === 'object' && value !== null && 'text' in value

const isAlike = (one: readonly Statement[], other: readonly Statement[]) =>
  one.length === other.length && one.every(({ text }, at) => text === other[at]?.text)

const idsIn = (statements: readonly Statement[]): string[] =>
  JSON.stringify(statements.map(({ values }) => values)).match(
    /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
  ) ?? []
