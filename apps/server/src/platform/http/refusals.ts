import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Stop } from '../stop.ts'
import { problemOf, stopOf } from './problems.ts'
import { inOneForm } from './render.ts'

/** Answers whatever was thrown as problem+json; what is not a refusal is a bug, and tells nothing but its reference. */
export function refuse(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const stop = stopOf(error) ?? stopOfFastify(error)
  if (!stop) request.log.error({ err: error }, 'a bug')
  const problem = stop
    ? problemOf(stop.code, stop.message, request.id, stop.extra)
    : problemOf(
        'bug',
        `Something went wrong on our side; nothing was changed. Reference ${request.id.slice(0, 8)}.`,
        request.id,
      )
  if (stop?.extra.retryAfter) reply.header('retry-after', String(stop.extra.retryAfter))
  if (stop?.extra.allow) reply.header('allow', stop.extra.allow)
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
  // The rest of a body that nobody reads would have to be read before the next request.
  if (hasBody(request) && request.raw.complete === false) reply.header('connection', 'close')
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(inOneForm(JSON.stringify(problem)))
}

/** As `refuse`, for addresses that never reach a route and its hooks. */
export function refuseAddress(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  reply.header('content-security-policy', "default-src 'none'").header('x-content-type-options', 'nosniff')
  refuse(error, request, reply)
}

const hasBody = ({ headers }: FastifyRequest) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

const refuseParts = (pointer: string, message: string) =>
  new Stop('invalid', message, { errors: [{ pointer, message }] })

function stopOfFastify(error: Error): Stop | null {
  const { code, statusCode } = error as FastifyError
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
      return new Stop('too_large', 'That is too much at once. A body may have at most 1 MB, a file 50 MB.')
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_INVALID_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return new Stop('wrong_type', 'Send application/json, or multipart/form-data for a file.')
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return new Stop('invalid', 'The body is not valid JSON.')
    case 'FST_FILES_LIMIT':
      return refuseParts('/file', 'Send one file at a time.')
    case 'FST_FIELDS_LIMIT':
    case 'FST_PARTS_LIMIT':
      return refuseParts('', 'There are more parts than such a form has. Send the file and its fields alone.')
    case 'FST_ERR_BAD_URL':
      return new Stop('invalid', 'The address is not well formed.')
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new Stop('not_found', 'There is no such thing here.')
  }
  if (statusCode === 413) return new Stop('too_large', 'That is too much at once.')
  if (statusCode === 415) return new Stop('wrong_type', 'Send application/json.')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Stop('invalid', 'The request is not understood. Check its body and headers.')
  }
  return null
}
