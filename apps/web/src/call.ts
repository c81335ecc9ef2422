import type { BodyIn, ParamsOf, Problem, QueryIn, ReplyOf, Route } from '@deskhand/contract'
import { momentsInText } from './ui/momentsInText.ts'
import { isProblem, problemOf, Refusal } from './ui/problem.ts'

/** Leaves out what a route does not take; demands what it cannot do without. */
type Optional<Key extends string, Value> =
  Record<string, never> extends Value ? { [K in Key]?: Value } : { [K in Key]: Value }

/** What a route needs to be called: path parameters, query and body, each only where the contract has it. */
export type Input<R extends Route> = (keyof ParamsOf<R> extends never ? unknown : { params: ParamsOf<R> }) &
  Optional<'query', QueryIn<R>> &
  Optional<'body', BodyIn<R>> & {
    /** The version one saw; another one there now is refused with 412. */
    ifMatch?: number | string
  }

/** The same, as the code below reads it. */
type Loose = { params?: Record<string, string>; query?: object; body?: unknown; ifMatch?: number | string }
type Extra = {
  signal?: AbortSignal
  idempotencyKey?: string
  /** Goes on when the page ends; at most 64 KB. */
  keepalive?: boolean
  /** RFC 7240: `respond-async` for an answer before the end. */
  prefer?: string
}

const base = '/api/v1'
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

/** The address of a route, for links and downloads as well. */
export function address(route: Route, { params = {}, query = {} }: Loose = {}) {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  return `${base}${path}${search.size > 0 ? `?${search}` : ''}`
}

/** A key that names one intention, so that a repeated POST happens once. Works without https, unlike randomUUID. */
export function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function problemFrom(response: Response): Promise<Problem> {
  const text = await response.text().catch(() => '')
  const said: unknown = readJson(momentsInText(text))
  if (isProblem(said)) return said
  const code = response.status >= 500 ? 'unavailable' : 'invalid'
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    detail: response.statusText,
    instance: '',
    code,
  }
}

async function send(route: Route, given: Loose, extra: Extra): Promise<Response> {
  const headers = new Headers({ accept: 'application/json', 'x-requested-with': 'deskhand' })
  if (given.body !== undefined) headers.set('content-type', 'application/json')
  if (given.ifMatch !== undefined) headers.set('if-match', `"${given.ifMatch}"`)
  if (extra.prefer) headers.set('prefer', extra.prefer)
  if (extra.idempotencyKey) headers.set('idempotency-key', extra.idempotencyKey)
  const response = await fetch(address(route, given), {
    method: route.method,
    headers,
    // What forgets who sends it must not learn it.
    credentials: route.forgets ? 'omit' : 'same-origin',
    ...(given.body !== undefined && { body: JSON.stringify(given.body) }),
    ...(extra.signal && { signal: extra.signal }),
    ...(extra.keepalive && { keepalive: true }),
  })
  if (response.ok) return response
  throw new Refusal(await problemFrom(response))
}

let refreshing: Promise<boolean> | null = null
const onSignedOut = new Set<() => void>()

/** Called when the session has ended and no refresh brings it back. */
export function whenSignedOut(then: () => void) {
  onSignedOut.add(then)
  return () => {
    onSignedOut.delete(then)
  }
}

async function refreshOnce(): Promise<boolean> {
  const response = await fetch(`${base}/auth/refresh`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'deskhand' },
    credentials: 'same-origin',
    body: JSON.stringify({ delivery: 'cookie' }),
  })
  if (response.ok) return true
  const { code } = await problemFrom(response)
  if (code !== 'race') return false
  // Another tab was quicker by a breath; its new cookies are ours as well.
  await pause(250)
  return true
}

/** New cookies for the old ones; all who ask meanwhile share one attempt. False when the session is over. */
export function refreshSession(): Promise<boolean> {
  refreshing ??= refreshOnce().finally(() => {
    refreshing = null
  })
  return refreshing
}

let prove: (() => Promise<boolean>) | null = null
let proving: Promise<boolean> | null = null

/** Called when something needs a fresh proof of who one is; answers whether it was given. */
export function whenProofIsNeeded(ask: () => Promise<boolean>) {
  prove = ask
}

/** Asks once, however many were refused for it. */
function proveOnce(): Promise<boolean> {
  proving ??= (prove?.() ?? Promise.resolve(false)).finally(() => {
    proving = null
  })
  return proving
}

/** Runs an attempt, and once more after a refresh or a proof when it was refused for want of one. */
export async function withSession<Result>(route: Route, attempt: () => Promise<Result>): Promise<Result> {
  try {
    return await attempt()
  } catch (thrown) {
    const problem = problemOf(thrown)
    const code = problem?.code
    if (code === 'step_up_required' && problem?.maxAge !== undefined) {
      if (await proveOnce()) return attempt()
      throw thrown
    }
    if (code === 'race') {
      await pause(250)
      return attempt()
    }
    if (code !== 'not_signed_in' || route.may === 'anyone') throw thrown
    if (await refreshSession()) return attempt()
    for (const then of onSignedOut) then()
    throw thrown
  }
}

/** Calls a route of the contract. Throws a Refusal with the server's problem, or a TypeError when it cannot be reached. */
export function call<R extends Route>(route: R, input: Input<R>, extra?: Extra): Promise<ReplyOf<R>>
export async function call(route: Route, input: Loose, extra: Extra = {}): Promise<unknown> {
  const response = await withSession(route, () => send(route, input, extra))
  const text = await response.text()
  return text === '' ? {} : JSON.parse(text)
}
