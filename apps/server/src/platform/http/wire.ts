import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { ProblemCode } from '@deskhand/contract'
import { problemOf } from './problems.ts'

const sentences = {
  header_too_large: 'The headers are larger than 16 KB.',
  too_slow: 'The request took too long to arrive.',
  invalid: 'That is not HTTP as we understand it.',
} as const satisfies Partial<Record<ProblemCode, string>>

/** Answers what never became a request: broken HTTP, headers without end, or none in time. */
export function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const code = codeOf(error.code)
  const problem = problemOf(code, sentences[code], randomUUID())
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
  else socket.destroy()
}

function codeOf(code: string | undefined): keyof typeof sentences {
  if (code === 'HPE_HEADER_OVERFLOW') return 'header_too_large'
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'too_slow'
  return 'invalid'
}
