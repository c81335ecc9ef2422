import { setTimeout as pause } from 'node:timers/promises'
import type { FirstRead } from '@deskhand/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** A page never waits longer; what has not been answered by then, it asks for by itself. */
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
  const answers: string[] = []
  const ask = async ({ route, input }: FirstRead) => {
    const search = new URLSearchParams(
      Object.entries(input.query ?? {}).map(([name, value]) => [name, String(value)]),
    )
    const { statusCode, body } = await app.inject({
      url: `/api/v1${route.path}${search.size > 0 ? `?${search}` : ''}`,
      headers,
      remoteAddress: request.ip,
    })
    if (statusCode === 200) answers.push(`[${JSON.stringify(route.path)},${JSON.stringify(input)},${body}]`)
  }
  const waiting = new AbortController()
  await Promise.race([
    Promise.allSettled(reads.map(ask)),
    pause(longest, null, { signal: waiting.signal, ref: false }),
  ])
  waiting.abort()
  return answers.length > 0 ? `[${answers.join(',')}]`.replaceAll('<', '\\u003c') : ''
}
