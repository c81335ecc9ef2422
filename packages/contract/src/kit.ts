import * as z from 'zod'
import type { Permission } from './roles.ts'

// In a browser shapes are checked without code made at run time: our policy refuses that, and even the try is a breach.
if ('document' in globalThis) z.config({ jitless: true })

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** `/requests/:id/tags` → `{ id: string }` */
export type PathParams<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { [K in Name]: string } & PathParams<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? { [K in Name]: string }
    : unknown

/**
 * Who may call a route at all: a named permission, any signed-in person, or anyone.
 * Whether they may see the record is the door's question, whether it may be done now the state table's.
 */
export type May = Permission | 'signed-in' | 'anyone'

/** What a route refuses, beyond what every route refuses (400, 401, 403, 404, 429, 500, 503). */
export type ErrorStatus = 409 | 410 | 412 | 413 | 415 | 422 | 502

type Words = { summary: string; description?: string; example?: { body?: unknown; reply?: unknown } }

type Options<Query extends z.ZodType, Body extends z.ZodType, Reply extends z.ZodType> = Words & {
  may: May
  query?: Query
  body?: Body
  reply?: Reply
  /** 200, or 201 for what is made, 202 for what is only begun, 204 for no answer at all. */
  status?: 200 | 201 | 202 | 204
  errors?: ErrorStatus[]
  /** Events that the command may record; it is rolled back if it records none. */
  events?: string[]
  /** A command whose effect is nobody's history (read marks, drafts) says so here. */
  log?: false
  /** Multipart upload of one file in the field `file`. */
  upload?: true
  /** What such a form may say besides, each field as text. */
  fields?: z.ZodType
  /** A page of rows that can be taken out as a whole: `?format=csv` or `?format=xlsx`, or by `Accept`. */
  exports?: true
  /** Answers a stream instead of JSON: one of these media types, or any, as the file came. */
  download?: readonly string[]
  /** Also takes a form, whose fields it does not read: what mail programs send (RFC 8058). */
  form?: true
  /** Hears or answers a secret that must lie nowhere, so that no answer is kept: takes no Idempotency-Key. */
  keepsNothing?: true
  /** Seconds: whoever asks must have proved who they are no longer ago, or proves it anew; see proofs.ts. */
  provedWithin?: number
  /** Nobody: a session that comes along is not looked at, and the log gets no address and no number of the call. */
  forgets?: true
  /** Tighter limits than the usual ones; see platform/http/limits.ts. */
  rate?: 'sign-in' | 'mail' | 'upload' | 'found' | 'found-report'
}

export type Route<
  Kind extends 'read' | 'command' = 'read' | 'command',
  Path extends string = string,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> = Options<Query, Body, Reply> & {
  kind: Kind
  method: Method
  path: Path
  query: Query
  body: Body
  reply: Reply
  status: 200 | 201 | 202 | 204
}

export type ParamsOf<R> = R extends Route<'read' | 'command', infer Path> ? PathParams<Path> : never
export type QueryOf<R extends Route> = z.output<R['query']>
export type QueryIn<R extends Route> = z.input<R['query']>
export type BodyOf<R extends Route> = z.output<R['body']>
export type BodyIn<R extends Route> = z.input<R['body']>
export type ReplyOf<R extends Route> = z.output<R['reply']>
export type ReplyIn<R extends Route> = z.input<R['reply']>

/** No query, no body, no answer. */
export const nothing = z.strictObject({})
export type Nothing = typeof nothing

function split<Path extends string>(line: `${Method} ${Path}`): { method: Method; path: Path } {
  const at = line.indexOf(' ')
  // The template literal type above guarantees both halves.
  return { method: line.slice(0, at) as Method, path: line.slice(at + 1) as Path }
}

/** A route that changes nothing: `read('GET /requests', { … })`. Paths are relative to /api/v1. */
export function read<
  const Path extends string,
  Query extends z.ZodType = Nothing,
  Reply extends z.ZodType = Nothing,
>(line: `GET ${Path}`, options: Omit<Options<Query, Nothing, Reply>, 'body' | 'events' | 'log'>) {
  const { method, path } = split<Path>(line)
  const { query, reply, ...rest } = options
  return {
    ...rest,
    kind: 'read',
    method,
    path,
    status: 200,
    // A route without a query takes none; the default is the type parameter's default.
    query: query ?? (nothing as unknown as Query),
    body: nothing,
    reply: reply ?? (nothing as unknown as Reply),
  } satisfies Route as Route<'read', Path, Query, Nothing, Reply>
}

/** A route that changes something: `command('POST /requests', { … })`. */
export function command<
  const Path extends string,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = Nothing,
  Reply extends z.ZodType = Nothing,
>(line: `${Exclude<Method, 'GET'>} ${Path}`, options: Options<Query, Body, Reply>) {
  const { method, path } = split<Path>(line)
  const { query, body, reply, ...rest } = options
  return {
    ...rest,
    kind: 'command',
    method,
    path,
    status: options.status ?? 200,
    query: query ?? (nothing as unknown as Query),
    body: body ?? (nothing as unknown as Body),
    reply: reply ?? (nothing as unknown as Reply),
  } satisfies Route as Route<'command', Path, Query, Body, Reply>
}

/**
 * Who hears of an event besides the audit log.
 * `everyone`: whoever may see the record. `staff`: only the people who work on it; its very name
 * never reaches a requester. `person`: only the people it is about. `company`: everybody of the company, so its
 * subject must say nothing. `nobody`: the audit log alone.
 */
export type Audience = 'everyone' | 'staff' | 'person' | 'company' | 'nobody'

/** One event of the log: who hears of it, its sentence ("{actor} resolved {ref}"), and its data. */
export const event = <Data extends z.ZodType>(audience: Audience, words: string, data: Data) => ({
  audience,
  words,
  data,
})

/**
 * A page of a keyset list, as in RFC 8288: `next` is opaque and goes back in `?cursor=`. `totalEstimate` says how many
 * there are where it costs nothing to know: in a list that is counted anyway, and on a first page that is the last one
 * as well. Counting any other, past every policy, would take as long as reading all of it; there it is null.
 */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    data: z.array(item),
    page: z.strictObject({ next: z.string().nullable(), totalEstimate: z.number().int().nullable() }),
  })

/** A list that is always short enough to come whole. */
export const list = <Item extends z.ZodType>(item: Item) => z.strictObject({ data: z.array(item) })

/** A list that is changed as a whole: what `version` says goes back in `If-Match`. */
export const wholeList = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ data: z.array(item), version: z.string() })

/** The two query fields of every keyset list. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(512).optional(),
}

/** `a,b,c` in a query string means one of these. */
export const oneOf = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z
    .string()
    .max(2000)
    .transform((text) => text.split(','))
    .pipe(z.array(item).min(1).max(50))

export const uuid = z.uuid()
/** PostgreSQL and browsers agree on these years, and nobody was born before them. */
const years = { first: 1900, last: 2999 }
/** A day of the calendar. */
export const day = z.iso
  .date({ error: 'Give a day, such as 2026-11-28.', abort: true })
  .refine(
    (text) => isKnownYear(Number(text.slice(0, 4))),
    `Give a day in the years ${years.first} to ${years.last}.`,
  )
/** RFC 3339 with an offset. Answers have milliseconds and Z. */
export const instant = z.iso
  .datetime({
    offset: true,
    error: 'Give a moment with its offset, such as 2026-11-28T09:00:00Z.',
    abort: true,
  })
  .refine(
    (text) => isKnownYear(new Date(text).getUTCFullYear()),
    `Give a moment in the years ${years.first} to ${years.last}, in UTC.`,
  )
  .refine((text) => !/[+-](?:1[6-9]|2\d):\d\d$/.test(text), 'No place is more than 15 hours from UTC.')
const isKnownYear = (year: number) => year >= years.first && year <= years.last

/** No control characters, and none that turn the direction of what stands beside them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const oneLine = /^[^\u0000-\u001f\u007f\u2028-\u202e\u2066-\u2069]*$/
const seen = /[^\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u
const lineFaults = {
  oneLine:
    'One line of text, without control characters; also not those that turn the direction, which come with pasting.',
  unseen: 'Write something that can be seen.',
}
/** Why this is no line of text, in a sentence, or null. */
export function lineFault(text: string): string | null {
  if (!oneLine.test(text)) return lineFaults.oneLine
  return seen.test(text) ? null : lineFaults.unseen
}
/** One line of text that a person typed: trimmed, no control characters, something to see. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(oneLine, lineFaults.oneLine)
    .refine((text) => text === '' || seen.test(text), lineFaults.unseen)
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const noNul = /^[^\u0000]*$/
/** Text of several lines; NUL is refused because PostgreSQL cannot store it. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(noNul, 'Text without NUL characters.')
    .refine((written) => written === '' || seen.test(written), lineFaults.unseen)
/** The same, or nothing. */
export const textOrNone = (max: number) =>
  z.string().trim().max(max).regex(noNul, 'Text without NUL characters.')
export const email = z
  .string()
  .trim()
  .max(254)
  .transform((address) => address.normalize('NFKC').toLowerCase())
  .pipe(z.email().max(254))
/** IANA time zone, such as Europe/Madrid. */
export const zone = z.string().refine((name) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}, 'A time zone such as Europe/Madrid.')
