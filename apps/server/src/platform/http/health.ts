import type { FastifyInstance } from 'fastify'
import type pg from 'pg'

/** How this process stands: not serving yet, serving, or stopping. */
export type Standing = { now: 'starting' | 'serving' | 'stopping' }

/** Longer than a healthy database ever takes to answer. */
const patience = 2_000
/** Probes of many watchers share one look at the database. */
const fresh = 500

/** `/health/live`: the process runs. `/health/ready`: it serves, and its database answers. */
export function mountHealth(app: FastifyInstance, pool: pg.Pool, standing: Standing): void {
  const isReachable = remember(fresh, () => ask(pool))

  app.get('/health/live', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  )
  app.get('/health/ready', async (_request, reply) => {
    const database = (await isReachable()) ? 'ok' : 'unavailable'
    const serving = standing.now === 'serving' ? 'ok' : standing.now
    const isReady = database === 'ok' && serving === 'ok'
    if (!isReady) reply.code(503).header('retry-after', '2')
    return reply
      .header('cache-control', 'no-store')
      .send({ status: isReady ? 'ok' : serving === 'ok' ? database : serving, checks: { database, serving } })
  })
}

async function ask(pool: pg.Pool): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patience, false)
  })
  const answered = pool.query('select').then(
    () => true,
    () => false,
  )
  const isThere = await Promise.race([answered, late])
  clearTimeout(timer)
  return isThere
}

function remember<Value>(milliseconds: number, look: () => Promise<Value>): () => Promise<Value> {
  let known: Promise<Value> | null = null
  return () => {
    known ??= look().finally(() => setTimeout(() => (known = null), milliseconds).unref())
    return known
  }
}
