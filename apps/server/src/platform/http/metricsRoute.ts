import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Platform } from '../platform.ts'
import { hashSecret } from '../secret.ts'
import { Stop } from '../stop.ts'

/** `/metrics`, in Prometheus' text: for this machine, and for who knows DESKHAND_METRICS_TOKEN. */
export function mountMetrics(app: FastifyInstance, { config, metrics }: Platform): void {
  app.get('/metrics', async (request, reply) => {
    if (!isFromHere(request) && !knows(request, config.metricsToken)) {
      throw new Stop(
        'forbidden',
        'Metrics are for this machine, or for the bearer of DESKHAND_METRICS_TOKEN.',
      )
    }
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}

/** A proxy on this machine is not this machine: it asks for somebody else, and says so. */
function isFromHere({ socket, headers }: FastifyRequest): boolean {
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined
  return !isForwarded && /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '')
}

function knows({ headers }: FastifyRequest, token: string | null): boolean {
  const given = headers.authorization?.match(/^Bearer (\S+)$/i)?.[1]
  if (token === null || given === undefined) return false
  return timingSafeEqual(hashSecret('metrics', given), hashSecret('metrics', token))
}
