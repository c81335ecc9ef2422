import type { FastifyInstance } from 'fastify'
import { Stop } from '../stop.ts'

const everyMethod = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** 405 with `Allow` for the methods that an address does not know. */
export function refuseOtherMethods(app: FastifyInstance, url: string, methods: readonly string[]): void {
  // Fastify answers HEAD wherever there is a GET.
  const known = methods.includes('GET') ? ['HEAD', ...methods] : methods
  const allow = known.toSorted().join(', ')
  app.route({
    method: everyMethod.filter((method) => !known.includes(method)),
    url,
    onRequest: async () => {
      throw new Stop('method_not_allowed', `This address knows ${allow}.`, { allow })
    },
    handler: async () => undefined,
  })
}
