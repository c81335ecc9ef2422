import type { FastifyBaseLogger } from 'fastify'
import { pino } from 'pino'

/** Names of fields that never reach a log, wherever they stand. */
const secretFields = [
  'password',
  'newPassword',
  'currentPassword',
  'token',
  'accessToken',
  'refreshToken',
  'code',
  'smtpUrl',
  'secret',
  'setUpToken',
  'authorization',
  'cookie',
  'email',
  'phone',
]

/** JSON lines on standard output, one event each, without secrets and personal data. */
export const openLogger = (level: string): FastifyBaseLogger =>
  pino({
    level,
    base: { pid: process.pid },
    redact: {
      paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[hidden]',
    },
    serializers: {
      err: (error: Error & { code?: string }) => ({
        type: error.name,
        code: error.code,
        message: error.message.slice(0, 500),
        stack: error.stack,
      }),
    },
  })
