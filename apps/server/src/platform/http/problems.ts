import { type Problem, type ProblemCode, problems } from '@deskhand/contract'
import { DatabaseError } from 'pg'
import type { ZodError } from 'zod'
import { Stop, type StopExtra } from '../stop.ts'
import { sentenceOf } from './sentences.ts'

const titles: Record<ProblemCode, string> = {
  invalid: 'The request is not understood',
  not_signed_in: 'Not signed in',
  race: 'Another tab was quicker',
  step_up_required: 'Sign in again to do this',
  forbidden: 'Not allowed',
  not_found: 'Not found',
  method_not_allowed: 'Not that way',
  state: 'Not possible now',
  conflict: 'It does not go with what is there',
  busy: 'Somebody else is at it',
  gone: 'No longer valid',
  stale: 'It has changed since',
  too_slow: 'Too slow',
  too_large: 'Too large',
  wrong_type: 'The wrong kind of content',
  wrong_host: 'Not our address',
  rule: 'Something does not fit',
  header_too_large: 'Too much in the headers',
  too_many: 'Not so fast',
  bug: 'Something went wrong on our side',
  upstream: 'Another server did not play along',
  unavailable: 'Not available just now',
}

/** The one place that makes a reply of a refusal (RFC 9457). */
export function problemOf(
  code: ProblemCode,
  detail: string,
  instance: string,
  extra: StopExtra = {},
): Problem {
  return {
    type: `/docs/problems#${code}`,
    title: titles[code],
    status: problems[code],
    detail,
    instance,
    code,
    ...(extra.errors ? { errors: extra.errors } : {}),
    ...(extra.allowed ? { allowed: extra.allowed } : {}),
    ...(extra.conflicts ? { conflicts: extra.conflicts } : {}),
    ...(extra.maxAge === undefined ? {} : { maxAge: extra.maxAge }),
    ...(extra.current === undefined ? {} : { current: extra.current }),
  }
}

/** Every field that does not fit, as pointers: `/summary` into the body, `?limit` into the query. */
export function refuseShape(error: ZodError, where: 'body' | 'query' | 'params'): Stop {
  const errors = error.issues.flatMap((issue) => {
    const path = issue.path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [null]
    return unknown.slice(0, 20).map((key) => {
      const parts = key === null ? path : [...path, key]
      const pointer = where === 'body' ? `/${parts.join('/')}` : `?${parts.join('.')}`
      return {
        pointer: pointer.slice(0, 200),
        message: key === null ? sentenceOf(issue) : 'There is no such field.',
      }
    })
  })
  const names = [...new Set(errors.map(({ pointer }) => pointer.slice(1) || 'the body'))]
    .slice(0, 5)
    .join(', ')
  return new Stop('invalid', `Check ${names || `the ${where}`}.`, { errors: errors.slice(0, 50) })
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const goneAway = /^(08|57P0|53[234]|58030)/
/** Text that PostgreSQL cannot hold: NUL, or half a character. */
const notText = new Set(['22021', '22P05'])

/** Times that PostgreSQL cannot read, hold or place in a zone; shapes refuse nearly all of them before. */
const noTime = new Set(['22007', '22008', '22009'])

/** What a refusal of the database or the file system means for the caller; null when it is a bug of ours. */
export function stopOf(error: unknown): Stop | null {
  if (error instanceof Stop) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof DatabaseError) {
    if (goneAway.test(code)) return away()
    if (code === '53100') return full()
    if (code === '55P03')
      return new Stop('busy', 'Somebody else is changing this at the moment. Try again.', { retryAfter: 1 })
    if (code === '40001' || code === '40P01')
      return new Stop('busy', 'Two changes met. Try again.', { retryAfter: 1 })
    // Two at once: what the command looked for was not there yet, or is there no more.
    if (code === '23505')
      return new Stop('conflict', 'Somebody else has just saved the same. Look at what is there now.')
    if (code === '23503')
      return new Stop('rule', 'Something that this names has just been removed. Look at what is there now.')
    if (notText.has(code)) return new Stop('invalid', 'There is a character in it that cannot be stored.')
    if (noTime.has(code))
      return new Stop('rule', 'There is a day or time in it that cannot be. Use the years 1900 to 2999.')
    if (code === '57014')
      return new Stop('unavailable', 'That took too long. Try again, or ask for less.', { retryAfter: 5 })
    return null
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') return full()
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT'].includes(code) && isFromDriver(error))
    return away()
  if (
    error instanceof Error &&
    /Connection terminated|not queryable|Client was closed|connection error|Query read timeout/i.test(
      error.message,
    )
  ) {
    return away()
  }
  return null
}

const isFromDriver = (error: unknown) =>
  error instanceof Error && 'syscall' in error && error.syscall !== 'open'
const away = () =>
  new Stop('unavailable', 'The database cannot be reached just now. Try again in a moment.', {
    retryAfter: 2,
  })
const full = () =>
  new Stop('unavailable', 'There is no room left on the server’s disk. Nothing was changed.', {
    retryAfter: 30,
  })
