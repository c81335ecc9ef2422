import { setTimeout as pause } from 'node:timers/promises'
import type { FirstRead } from '@deskhand/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** A page never waits longer for them; it asks by itself then. */
const longest = 300

/** What says who asks, and from where. */
const passedOn = ['cookie', 'host', 'user-agent', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto']

/**
 * Asks our own API what a page would ask for first, as whoever asks for the page: every rule applies, and who is not
 * signed in gets nothing. Answers JSON that can stand in HTML: `[[path, input, answer], …]`, the keys of the web's cache.
 */
export async function readFirst(
  app: FastifyInstance,
  request: FastifyRequest,
  reads: readonly FirstRead[],
): Promise<string> {
  if (!request.headers.cookie) return ''
  const headers = Object.fromEntries(
    passedOn.flatMap((name) => (request.headers[name] ? [[name, request.headers[name]]] : [])),
  )
  const ask = async ({ route, input }: FirstRead): Promise<string[]> => {
    const search = new URLSearchParams(
      Object.entries(input.query ?? {}).map(([name, value]) => [name, String(value)]),
    )
    const { statusCode, body } = await app.inject({
      url: `/api/v1${route.path}${search.size > 0 ? `?${search}` : ''}`,
      headers,
      remoteAddress: request.ip,
    })
    return statusCode === 200 ? [`[${JSON.stringify(route.path)},${JSON.stringify(input)},${body}]`] : []
  }
  const waiting = new AbortController()
  const answers = await Promise.race([
    Promise.all(reads.map(ask)).catch(() => []),
    pause(longest, [], { signal: waiting.signal, ref: false }),
  ])
  waiting.abort()
  const text = answers.flat()
  return text.length > 0 ? `[${text.join(',')}]`.replaceAll('<', '\\u003c') : ''
}
