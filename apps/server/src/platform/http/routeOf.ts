import type { Route } from '@deskhand/contract'
import type { FastifyRequest } from 'fastify'

/** The contract's route that a request asks for; null outside of the API: pages, sockets, what is not there. */
export const routeOf = ({ routeOptions: { config } }: FastifyRequest): Route | null =>
  'route' in config ? (config.route as Route) : null
