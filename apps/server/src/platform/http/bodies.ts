import { isUtf8 } from 'node:buffer'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Stop } from '../stop.ts'
import { routeOf } from './routeOf.ts'
import { countIn, refuseLoose, refusePrototype, tooDeep } from './strictJson.ts'

/** A body of at most 1 MB, in milliseconds. */
const slowest = 30_000

/** Takes JSON bodies alone: whole, in time, in UTF-8, without keys that come twice or reach for prototypes. */
export function acceptBodies(app: FastifyInstance): void {
  // Forms and plain text are how other sites reach for a cookie; files come as multipart.
  app.removeContentTypeParser(['text/plain', 'application/json'])
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    // Where a body is needed, its shape says so.
    if (bytes.length === 0) return done(null, undefined)
    if (!isUtf8(bytes)) return done(new Stop('invalid', 'The body is not in UTF-8.'))
    const text = bytes.toString('utf8')
    const { isTooDeep, keys } = countIn(text)
    if (isTooDeep) return done(tooDeep())
    parse(request, text, (error, value) =>
      done(error ? (refusePrototype(text) ?? error) : refuseLoose(text, value, keys), value),
    )
  })
  // Only where a route says so: what such a form says is thrown away.
  const form = 'application/x-www-form-urlencoded'
  app.addContentTypeParser(form, { parseAs: 'buffer' }, (request, _, done) => {
    if (routeOf(request)?.form) done(null, undefined)
    else done(new Stop('wrong_type', 'Send application/json.'))
  })
  app.addHook('preParsing', (request, reply, payload, done) => {
    if (isEncoded(request))
      return done(new Stop('wrong_type', 'Send the body as it is, without compression.'))
    if (isJson(request)) {
      const late = new Stop('too_slow', 'The body took too long to arrive.')
      const timer = setTimeout(() => reply.sent || void reply.send(late), slowest).unref()
      const rest = () => clearTimeout(timer)
      payload.once('end', rest)
      // A body that is refused unread never ends.
      reply.raw.once('close', rest)
    }
    done(null, payload)
  })
}

const isJson = ({ headers }: FastifyRequest) =>
  headers['content-length'] !== '0' && (headers['content-type'] ?? '').startsWith('application/json')

const isEncoded = ({ headers }: FastifyRequest) =>
  headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity'
