import type { ErrorStatus, Route } from '@deskhand/contract'
import { type ProblemCode, problems } from '@deskhand/contract'
import { explanations } from '../explanations.ts'
import { problemOf } from '../problems.ts'

const exampleId = '01920f6e-8f1c-4d0a-9a57-6a2f6a4be3c1'

/** One answer for each status that a refusal can have, with an example of each of its codes. */
export function problemResponses(): Record<string, object> {
  const byStatus = Map.groupBy(codes(), (code) => problems[code])
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [
      `Problem${status}`,
      {
        description: of.map((code) => `\`${code}\`: ${explanations[code].means}`).join(' '),
        headers: headersOf(status),
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            examples: Object.fromEntries(
              of.map((code) => [
                code,
                { value: problemOf(code, explanations[code].says, exampleId, explanations[code].with) },
              ]),
            ),
          },
        },
      },
    ]),
  )
}

// The keys of the table are the codes.
const codes = () => Object.keys(problems) as ProblemCode[]

function headersOf(status: number): object {
  const header = (name: string) => ({ $ref: `#/components/headers/${name}` })
  return {
    'X-Request-Id': header('X-Request-Id'),
    ...(status === 429 ? { 'RateLimit-Policy': header('RateLimit-Policy') } : {}),
    ...(status === 429 || status === 503 || status === 409 ? { 'Retry-After': header('Retry-After') } : {}),
    ...(status === 401 ? { 'WWW-Authenticate': header('WWW-Authenticate') } : {}),
    ...(status === 405 ? { Allow: header('Allow') } : {}),
  }
}

/** The statuses with which this route may refuse. */
export function refusalsOf(route: Route): number[] {
  const always: (ErrorStatus | number)[] = [400, 421, 429, 431, 500, 503]
  const hasBody = route.kind === 'command'
  return [
    ...new Set([
      ...always,
      // A token that is wrong is refused even where none is needed.
      401,
      ...(route.may === 'anyone' && route.kind === 'read' ? [] : [403]),
      ...(route.path.includes(':') ? [404] : []),
      ...(hasBody ? [408, 409, 413, 415] : []),
      // The same Idempotency-Key for something else.
      ...(route.method === 'POST' ? [422] : []),
      ...(route.errors ?? []),
    ]),
  ].sort((one, other) => one - other)
}

export const headers = {
  'X-Request-Id': text('The request’s id, also in `instance` of a problem and in our log.'),
  ETag: text('The record’s version. Send it back in If-Match to change only what you have seen.'),
  Location: text('Where the new record is.'),
  Link: text('`rel="next"`: the page after this one (RFC 8288).'),
  'Retry-After': text('Seconds after which to try again.'),
  'RateLimit-Policy': text('The budget that counts here: `"name";q=requests;w=seconds`.'),
  RateLimit: text('What is left of it: `"name";r=requests;t=seconds until it is full again`.'),
  'WWW-Authenticate': text('`Bearer`.'),
  Allow: text('The methods that this address knows.'),
  'Idempotent-Replayed': text('`true` where this is the first answer to the same Idempotency-Key again.'),
}

function text(description: string) {
  return { description, schema: { type: 'string' } }
}
