import { Writable } from 'node:stream'
import type { FastifyBaseLogger } from 'fastify'
import { DatabaseError } from 'pg'
import { type DestinationStream, pino } from 'pino'

/** Names of fields that never reach a log, wherever they stand. */
const secretFields = [
  'password',
  'newPassword',
  'currentPassword',
  'token',
  'accessToken',
  'refreshToken',
  'code',
  'flow',
  'smtpUrl',
  'secret',
  'setUpToken',
  'authorization',
  'cookie',
  'email',
  'phone',
]

/** JSON lines, one event each, without secrets and personal data. */
export const openLogger = (level: string, to: DestinationStream = pino.destination(2)): FastifyBaseLogger =>
  pino(
    {
      level,
      base: { pid: process.pid },
      redact: {
        paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
        censor: '[hidden]',
      },
      serializers: {
        err: describe,
        error: describe,
        // The query of an address may hold what a person typed, or a token.
        url: withoutQuery,
        path: withoutQuery,
        req: ({ method, url }: { method: string; url: string }) => ({ method, url: withoutQuery(url) }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
    },
    to,
  )

/** For a person at a terminal: warnings and errors only, a line each. */
export const openPlainLogger = (): FastifyBaseLogger => openLogger('warn', plainly)

const plainly = new Writable({
  decodeStrings: false,
  write(line: string, _encoding, done) {
    const { msg, err } = JSON.parse(line)
    process.stderr.write(`! ${msg}${err ? `: ${err.stack ?? err.message}` : ''}\n`, () => done())
  },
})

const withoutQuery = (url: unknown) => String(url).split('?')[0]

function describe(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name: type, stack = '' } = error
  if (error instanceof DatabaseError) {
    const { code: sqlState, table, constraint, routine } = error
    // What PostgreSQL puts into quotes may be what a person typed; constraint and table say as much.
    const message = hideQuoted(error.message)
    return { type, sqlState, table, constraint, routine, message, stack: frames(message, stack) }
  }
  // Not `code`, which is hidden: it may be one that opens doors.
  const errorCode = 'code' in error ? error.code : undefined
  const message = error.message.slice(0, 500)
  const cause: unknown = error.cause === undefined ? undefined : describe(error.cause)
  return { type, errorCode, message, stack: frames(message, stack), cause }
}

const hideQuoted = (text: string) => text.slice(0, 500).replace(/"[^"]*"?/g, '"…"')

const frames = (message: string, stack: string) =>
  [message, ...stack.split('\n').filter((line) => /^\s+at /.test(line))].join('\n')
