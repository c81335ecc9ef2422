import type { BodyOf, ParamsOf, QueryOf, ReplyIn, Route } from '@deskhand/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import type { Db } from '../db/kysely.ts'
import type { Tx, Whose } from '../db/transaction.ts'
import type { Origin, RecordEvent } from '../log/record.ts'
import type { Platform } from '../platform.ts'
import type { Answers } from './answer.ts'

/** Which role of the database a handler works as. */
export type Door = 'app' | 'auth' | 'platform'

/** Where a request came from, for sessions and the log. */
export type From = { id: string; ip: string; userAgent: string; cookies: Record<string, string | undefined> }

/** An open transaction of a request. */
export type Open = {
  tx: Tx
  db: Db
  record: RecordEvent
  /** Speaks for this company and person from here on; for sign-in, which learns only then who it is. */
  enter: (whose: Whose, origin: Origin) => Promise<void>
}

type Given<R extends Route> = {
  platform: Platform
  params: ParamsOf<R>
  query: QueryOf<R>
  body: BodyOf<R>
  from: From
  /** The versions that the caller named in If-Match, or null. */
  ifMatch: readonly string[] | null
}

/** What a handler of one transaction gets. Permission, validation and tenancy lie behind it. */
export type Inside<R extends Route = Route> = Given<R> &
  Open & {
    actor: Actor
    /** Runs after the commit; for what may be lost, such as forgetting a cache. */
    afterCommit: (then: () => void) => void
  }

/** What a handler that opens its own transactions gets, because it waits for files or the network between them. */
export type Outside<R extends Route = Route> = Given<R> & {
  /** Nobody, where the route lets anyone in. */
  actor: Actor | null
  open: <Result>(work: (open: Open) => Promise<Result>) => Promise<Result>
  request: FastifyRequest
  reply: FastifyReply
}

export type Handler = {
  route: Route
  door: Door
} & (
  | { run: (inside: Inside) => Promise<Answers<unknown>>; runOutside?: never }
  | { runOutside: (outside: Outside) => Promise<Answers<unknown>>; run?: never }
)

type Options = { door?: Door }

/** Ties a function to its route: one transaction from beginning to end. */
export function handle<R extends Route>(
  route: R,
  run: (inside: Inside<R>) => Promise<Answers<ReplyIn<R>>>,
  { door = 'app' }: Options = {},
): Handler {
  // The mount parses params, query and body by this very route before it calls.
  return { route, door, run: run as unknown as (inside: Inside) => Promise<Answers<unknown>> }
}

/** Ties a function to its route that opens its own transactions. */
export function handleOutside<R extends Route>(
  route: R,
  runOutside: (outside: Outside<R>) => Promise<Answers<ReplyIn<R>>>,
  { door = 'app' }: Options = {},
): Handler {
  return { route, door, runOutside: runOutside as unknown as (outside: Outside) => Promise<Answers<unknown>> }
}
