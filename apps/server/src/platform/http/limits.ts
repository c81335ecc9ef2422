import type { Route } from '@deskhand/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Actor } from '../actor.ts'
import { Stop } from '../stop.ts'

/** Requests in a window of seconds. */
type Budget = { points: number; duration: number }

/** Per person (or address, where nobody is signed in) and process; sign-in counts in the database besides. */
const budgets: Record<
  'person' | 'address' | 'sign-in' | 'mail' | 'upload' | 'found' | 'found-report',
  Budget
> = {
  person: { points: 1_000, duration: 10 },
  address: { points: 300, duration: 10 },
  'sign-in': { points: 60, duration: 60 },
  mail: { points: 20, duration: 60 },
  upload: { points: 120, duration: 60 },
  found: { points: 60, duration: 60 },
  'found-report': { points: 20, duration: 60 },
}

/** How much one may ask; answers RateLimit headers, and 429 with Retry-After when it is too much. */
export function openLimits(enabled: boolean) {
  const limiters = new Map(
    Object.entries(budgets).map(([name, budget]) => [name, new RateLimiterMemory(budget)]),
  )
  return {
    async take(
      request: FastifyRequest,
      reply: FastifyReply,
      route: Route,
      actor: Actor | null,
    ): Promise<void> {
      if (!enabled) return
      const name = route.rate ?? (actor ? 'person' : 'address')
      const key = route.rate && route.rate !== 'upload' ? request.ip : (actor?.id ?? request.ip)
      const limiter = limiters.get(name)
      if (!limiter) return
      const { points, duration } = budgets[name]
      reply.header('ratelimit-policy', `"${name}";q=${points};w=${duration}`)
      try {
        const { remainingPoints, msBeforeNext } = await limiter.consume(key)
        reply.header('ratelimit', `"${name}";r=${remainingPoints};t=${Math.ceil(msBeforeNext / 1000)}`)
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        const wait = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
        reply.header('ratelimit', `"${name}";r=0;t=${wait}`)
        throw new Stop('too_many', `That is too much at once. Try again in ${wait} seconds.`, {
          retryAfter: wait,
        })
      }
    },
  }
}

export type Limits = ReturnType<typeof openLimits>
