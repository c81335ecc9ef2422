import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../metrics.ts'

/** Counts every answer by its route and measures it by the class of its status; logs those that failed on our side, or all. Never an address as it was sent. */
export function observe(app: FastifyInstance, metrics: Metrics, logsAll: boolean): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request
    const route = request.routeOptions.url ?? 'unknown'
    const status = reply.statusCode
    metrics.http.observe({ method, class: `${Math.floor(status / 100)}xx` }, reply.elapsedTime / 1000)
    metrics.answers.inc({ method, route, status })
    if (status >= 500 || logsAll) {
      request.log.info({ method, route, status, ms: Math.round(reply.elapsedTime) }, 'answered')
    }
  })
}
