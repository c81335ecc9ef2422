import {
  type BodyIn,
  type ParamsOf,
  Problem,
  type QueryIn,
  type ReplyOf,
  type Route,
} from '@deskhand/contract'
import { type Deskhand, openDeskhand } from '../deskhand.ts'
import { identityOf } from '../identity/identity.ts'
import { clock } from '../platform/clock/clock.ts'
import { type Config, readConfig } from '../platform/config.ts'
import { transact } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import { drain } from '../platform/jobs/drain.ts'
import { type Filling, freshDatabase, type TestDatabase, testSecret } from '../platform/testing/database.ts'
import { slices } from '../slices.ts'
import { filledWithWorld } from './filling.ts'

export type Call<R extends Route> = {
  params?: ParamsOf<R>
  query?: QueryIn<R>
  body?: BodyIn<R>
  headers?: Record<string, string>
}

export type Outcome<R extends Route> = {
  status: number
  headers: Record<string, string | string[] | number | undefined>
  /** What the contract promises; reading it after a refusal fails the test. */
  data: ReplyOf<R>
  /** The refusal; reading it after a success fails the test. */
  problem: Problem
  text: string
}

export type Caller = { call: <R extends Route>(route: R, call?: Call<R>) => Promise<Outcome<R>> }

export type Desk = Caller & {
  deskhand: Deskhand
  database: TestDatabase
  /** Speaks as this person, by the address of their account. */
  as: (email: string) => Caller
  /** A bearer token of this person, for sockets and for tests of tokens. */
  token: (email: string) => Promise<string>
  /** The ids behind an address. */
  who: (email: string) => Promise<{ accountId: string; companyId: string; personId: string }>
  /** Reads behind everybody's back: one statement inside a company, as the worker. */
  rows: <Row extends Record<string, unknown>>(
    email: string,
    sql: string,
    values?: unknown[],
  ) => Promise<Row[]>
  /** Runs every reaction to what happened, and to what follows from that, until nothing is left. */
  work: () => Promise<void>
  close: () => Promise<void>
}

/**
 * Deskhand's API on a database of its own with the world everybody knows, or with nothing in it (`null`); every
 * answer is held against the contract.
 */
export async function openDesk(
  settings: Partial<Config> = {},
  filling: Filling | null = filledWithWorld,
): Promise<Desk> {
  const database = await freshDatabase(filling ?? undefined)
  const config: Config = {
    ...readConfig({ DESKHAND_LOG: 'fatal' }, ['--as=api']),
    rateLimits: false,
    ...settings,
  }
  const deskhand = await openDeskhand(config, database.connection, testSecret)
  const tokens = new Map<string, Promise<string>>()

  const who: Desk['who'] = async (email) => {
    const [row] = await transact(database.pools.auth, { companyId: null, personId: null }, (tx) =>
      tx.query<{ accountId: string; companyId: string; personId: string }>(
        `select a.id as "accountId", m.company_id as "companyId", m.person_id as "personId"
         from auth.accounts a left join auth.memberships m on m.account_id = a.id where a.email = $1`,
        [email],
      ),
    )
    if (!row) throw new Error(`Nobody is called ${email}.`)
    return row
  }

  const signIn = async (email: string): Promise<string> => {
    const { accountId, companyId, personId } = await who(email)
    const sessionId = newId()
    await transact(database.pools.auth, { companyId: null, personId: null }, (tx) =>
      tx.run(
        `insert into auth.sessions (id, account_id, company_id, person_id, method, device, expires_at, proved_at)
         values ($1, $2, $3, $4, 'test', 'Test', now() + interval '30 days', $5)`,
        [sessionId, accountId, companyId, personId, clock.now()],
      ),
    )
    return identityOf(deskhand.platform).tokens.sign(
      { accountId, sessionId, companyId, personId },
      clock.now(),
    )
  }
  const token: Desk['token'] = (email) => {
    // Tokens last a quarter of an hour, and tests move the clock.
    const key = `${email} ${Math.floor(clock.now().getTime() / 600_000)}`
    const known = tokens.get(key) ?? signIn(email)
    tokens.set(key, known)
    return known
  }

  const caller = (email: string | null): Caller => ({
    call: async (route, { params, query, body, headers } = {}) => {
      const response = await deskhand.app.inject({
        method: route.method,
        url: addressOf(route, params ?? {}, query ?? {}),
        headers: { ...(email ? { authorization: `Bearer ${await token(email)}` } : {}), ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      return outcomeOf(route, response)
    },
  })

  return {
    ...caller(null),
    deskhand,
    database,
    as: caller,
    token,
    who,
    rows: async (email, sql, values) => {
      const { companyId } = await who(email)
      return transact(database.pools.worker, { companyId, personId: null }, (tx) => tx.query(sql, values))
    },
    work: () => {
      const { platform } = deskhand
      return drain({ ...platform, reactions: slices.flatMap((slice) => slice.reactions(platform)) })
    },
    close: async () => {
      await deskhand.stop()
      await database.close()
    },
  }
}

function addressOf(route: Route, params: object, query: object): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(Reflect.get(params, name))),
  )
  const fields = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
  return `/api/v1${path}${fields.size > 0 ? `?${fields}` : ''}`
}

const isPromised = (types: readonly string[], type: unknown) =>
  types.includes('*/*') || types.includes(String(type).split(';')[0] ?? '')

type Response = { statusCode: number; headers: Outcome<Route>['headers']; body: string }

function outcomeOf<R extends Route>(route: R, { statusCode, headers, body }: Response): Outcome<R> {
  const isFine = statusCode < 400
  const parsed: unknown = isFine && (route.download || statusCode === 204) ? {} : JSON.parse(body || '{}')
  if (isFine && route.download && !isPromised(route.download, headers['content-type']))
    throw new Error(`${route.method} ${route.path} sends ${headers['content-type']} and does not promise it.`)
  const data = isFine && !route.download && statusCode !== 204 ? route.reply.safeParse(parsed) : null
  if (data && !data.success) {
    throw new Error(
      `${route.method} ${route.path} does not answer what it promises: ${data.error.message}\n${body.slice(0, 600)}`,
    )
  }
  return {
    status: statusCode,
    headers,
    text: body,
    get data() {
      if (!isFine)
        throw new Error(`${route.method} ${route.path} answered ${statusCode}: ${body.slice(0, 600)}`)
      // Parsed by the very schema whose output this is.
      return (data?.data ?? {}) as ReplyOf<R>
    },
    get problem() {
      if (isFine) throw new Error(`${route.method} ${route.path} answered ${statusCode}, not a problem.`)
      return Problem.parse(parsed)
    },
  }
}
