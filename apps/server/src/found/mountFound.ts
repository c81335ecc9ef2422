import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type FoundWords, formOf, policyOf, sentOf } from './html.ts'
import { words } from './words.ts'

type Address = { Params: { tag: string }; Querystring: { at?: string; k?: string } }

/** A message of two thousand signs, each written as nine, and room for the rest. */
const longestForm = 24_000
/** What says from where somebody asks. */
const passedOn = ['host', 'user-agent', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto']

/**
 * `/x/:tag`, to which labels lead: a page of its own for whoever is not signed in. It asks our own API, as nobody, so
 * that every rule and limit applies; whoever is signed in, or has no whole label, gets the web app.
 */
export async function mountFound(
  app: FastifyInstance,
  isKnown: (request: FastifyRequest) => boolean,
): Promise<void> {
  const ask = (request: FastifyRequest, method: 'GET' | 'POST', path: string, payload?: object) =>
    app.inject({
      method,
      url: `/api/v1/assets/${path}`,
      headers: Object.fromEntries(
        passedOn.flatMap((name) => (request.headers[name] ? [[name, request.headers[name]]] : [])),
      ),
      remoteAddress: request.ip,
      ...(payload && { payload }),
    })
  const look = async (request: FastifyRequest<Address>): Promise<FoundWords | null> => {
    const { at, k } = request.query
    if (!at || !k) return null
    const query = new URLSearchParams({ at, seal: k })
    const tag = encodeURIComponent(request.params.tag)
    const { statusCode, json } = await ask(request, 'GET', `${tag}/found-page?${query}`)
    return statusCode === 200 ? json() : null
  }

  await app.register(async (pages) => {
    pages.removeAllContentTypeParsers()
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: longestForm },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    )
    pages.get<Address>('/x/:tag', async (request, reply) => {
      const said = isKnown(request) ? null : await look(request)
      return said ? show(reply, 200, formOf(said, request.params.tag)) : reply.callNotFound()
    })
    pages.post<Address & { Body: URLSearchParams }>('/x/:tag', async (request, reply) => {
      const said = await look(request)
      if (!said) return reply.callNotFound()
      const field = (name: string) => request.body.get(name)?.trim() || undefined
      const typed = { message: field('message'), contact: field('contact') }
      const { statusCode } = await ask(
        request,
        'POST',
        `${encodeURIComponent(request.params.tag)}/report-found`,
        { at: request.query.at, seal: request.query.k, website: field('website'), ...typed },
      )
      if (statusCode === 204) return show(reply, 200, sentOf(said))
      const fault = { 400: words.again, 422: words.again, 429: words.tooMany }[statusCode] ?? words.failed
      return show(reply, statusCode, formOf(said, request.params.tag, { ...typed, fault }))
    })
  })
}

function show(reply: FastifyReply, status: number, page: (nonce: string) => string) {
  const nonce = randomBytes(16).toString('base64')
  return reply
    .code(status)
    .header('content-security-policy', policyOf(nonce))
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex')
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8')
    .send(page(nonce))
}
