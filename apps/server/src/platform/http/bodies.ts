import { isUtf8 } from 'node:buffer'
import type { Route } from '@deskhand/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Stop } from '../stop.ts'

/** Deeper than anything we take; what is deeper would overflow the stack of whoever walks it. */
const deepest = 40
/** A body of at most 1 MB, in milliseconds. */
const slowest = 30_000

/** Takes JSON bodies alone: whole, in time, in UTF-8, without keys that reach for prototypes. */
export function acceptBodies(app: FastifyInstance): void {
  // Forms and plain text are how other sites reach for a cookie; files come as multipart.
  app.removeContentTypeParser(['text/plain', 'application/json'])
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    // Where a body is needed, its shape says so.
    if (bytes.length === 0) return done(null, undefined)
    if (!isUtf8(bytes)) return done(new Stop('invalid', 'The body is not in UTF-8.'))
    const text = bytes.toString('utf8')
    if (isTooDeep(text)) return done(new Stop('invalid', `The body is nested deeper than ${deepest} levels.`))
    parse(request, text, (error, value) => done(error ?? refuseBroken(text, value), value))
  })
  // Only where a route says so: what such a form says is thrown away.
  const form = 'application/x-www-form-urlencoded'
  app.addContentTypeParser(form, { parseAs: 'buffer' }, (request, _, done) => {
    if (takesForm(request)) done(null, undefined)
    else done(new Stop('wrong_type', 'Send application/json.'))
  })
  app.addHook('preParsing', (request, reply, payload, done) => {
    if (isEncoded(request))
      return done(new Stop('wrong_type', 'Send the body as it is, without compression.'))
    if (isJson(request)) {
      const late = new Stop('too_slow', 'The body took too long to arrive.')
      const timer = setTimeout(() => void reply.send(late), slowest).unref()
      payload.once('end', () => clearTimeout(timer))
      request.raw.once('close', () => clearTimeout(timer))
    }
    done(null, payload)
  })
}

const takesForm = ({ routeOptions }: FastifyRequest) =>
  'route' in routeOptions.config && (routeOptions.config.route as Route).form === true

const isJson = ({ headers }: FastifyRequest) =>
  headers['content-length'] !== '0' && (headers['content-type'] ?? '').startsWith('application/json')

const isEncoded = ({ headers }: FastifyRequest) =>
  headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity'

/** Counted in the text, before anything walks the value. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let isInside = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (isInside) {
      if (sign === 0x5c) at++
      else if (sign === 0x22) isInside = false
    } else if (sign === 0x22) isInside = true
    else if (sign === 0x7b || sign === 0x5b) {
      if (++depth > deepest) return true
    } else if (sign === 0x7d || sign === 0x5d) depth--
  }
  return false
}

/** Half a character can be written in JSON, but not stored. */
function refuseBroken(text: string, value: unknown): Stop | null {
  const isBroken = /\\u[dD][89a-fA-F]/.test(text) && /\\ud[89a-f]/.test(JSON.stringify(value))
  return isBroken ? new Stop('invalid', 'The body holds half a character (a lone surrogate).') : null
}
