import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuseOtherMethods } from '../platform/http/otherMethods.ts'
import { type FoundWords, formOf, policyOf, sentOf, waitOf } from './html.ts'
import { words } from './words.ts'

/** What the page says, or how many seconds to wait, or nothing: it is no whole label. */
type Look = { said?: FoundWords; wait?: string }
type Address = { Params: { tag: string }; Querystring: { at?: string; k?: string } }

/** A message of two thousand signs, each written as nine, and room for the rest. */
const longestForm = 24_000
/** Nothing of the company, where it was not asked. */
const silent: FoundWords = { companyName: null, thanks: null, howToReturn: null }
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
  const look = async (request: FastifyRequest<Address>): Promise<Look> => {
    const { at, k } = request.query
    if (!at || !k) return {}
    const query = new URLSearchParams({ at, seal: k })
    const tag = encodeURIComponent(request.params.tag)
    const { statusCode, headers, json } = await ask(request, 'GET', `${tag}/found-page?${query}`)
    if (statusCode === 429) return { wait: String(headers['retry-after']) }
    return statusCode === 200 ? { said: json() } : {}
  }

  refuseOtherMethods(app, '/x/:tag', ['GET', 'POST'])
  await app.register(async (pages) => {
    pages.removeAllContentTypeParsers()
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: longestForm },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    )
    pages.get<Address>('/x/:tag', async (request, reply) => {
      const { said, wait } = isKnown(request) ? {} : await look(request)
      if (wait) return show(reply.header('retry-after', wait), 429, waitOf)
      return said ? show(reply, 200, formOf(said, request.url)) : reply.callNotFound()
    })
    pages.post<Address & { Body: URLSearchParams }>('/x/:tag', async (request, reply) => {
      const field = (name: string) => request.body.get(name)?.trim() || undefined
      const typed = { message: field('message'), contact: field('contact') }
      const { said, wait } = await look(request)
      if (wait) {
        const page = formOf(silent, request.url, { ...typed, fault: words.tooMany })
        return show(reply.header('retry-after', wait), 429, page)
      }
      if (!said) return reply.callNotFound()
      const { statusCode, headers } = await ask(
        request,
        'POST',
        `${encodeURIComponent(request.params.tag)}/report-found`,
        { at: request.query.at, seal: request.query.k, website: field('website'), ...typed },
      )
      if (statusCode === 204) return show(reply, 200, sentOf(said))
      const fault = { 400: words.again, 422: words.again, 429: words.tooMany }[statusCode] ?? words.failed
      if (headers['retry-after']) reply.header('retry-after', String(headers['retry-after']))
      return show(reply, statusCode, formOf(said, request.url, { ...typed, fault }))
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
