import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import {
  Logger,
  parseCronItems,
  run,
  type TaskList,
  type WorkerEvents,
  type WorkerPool,
} from 'graphile-worker'
import type { Pools } from '../db/pools.ts'
import { calmPool } from './calmPool.ts'
import { beat, freeJobsOfSilent, join, leave, type Pulse } from './heartbeat.ts'
import type { Schedule } from './reaction.ts'
import { tries } from './tries.ts'

type Options = {
  pools: Pools
  schedules: readonly Schedule[]
  tasks: TaskList
  pulse: Pulse
  signal: AbortSignal
  /** Lives whose jobs may still be locked because the database was away when they ended. */
  past: Set<string>
  log: FastifyBaseLogger
}

/** How long running jobs may take to finish once the worker shall stop. */
const grace = 15_000
const day = 24 * 60 * 60_000

/** One life of a worker: from the first job taken until it is stopped, its queue breaks off, or others gave it up. */
export async function startLife({
  pools,
  schedules,
  tasks,
  pulse,
  signal,
  past,
  log,
}: Options): Promise<void> {
  const pool = pools.worker
  const trouble = Promise.withResolvers<void>()
  const onTrouble = (error: unknown) => {
    if (!signal.aborted) log.debug({ err: error }, 'the queue lost its database')
    trouble.resolve()
  }
  const events: WorkerEvents = new EventEmitter()
  let queue: WorkerPool | undefined
  let taken: unknown[] = []
  events.once('pool:create', ({ workerPool }) => {
    queue = workerPool
  })
  events.once('localQueue:init', ({ localQueue }) => {
    taken = localQueue.jobQueue
  })
  const runner = await run({
    pgPool: calmPool(pool, onTrouble),
    taskList: tasks,
    parsedCronItems: parseCronItems(schedules.map(cronItem)),
    noHandleSignals: true,
    logger: new Logger(() => (level, message, meta) => {
      // Failed jobs were told of already, with their name.
      if ((level === 'error' || level === 'warning') && !meta?.['failure']) log.warn(`queue: ${message}`)
    }),
    preset: {
      worker: {
        schema: 'jobs',
        events,
        concurrentJobs: 10,
        pollInterval: 1_000,
        localQueue: { size: 50, ttl: 5_000 },
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
  })
  const ended = runner.promise.catch((error: unknown) => log.warn({ err: error }, 'the queue broke off'))
  const over = Promise.race([ended, trouble.promise]).then(() => true)
  const id = queue?.id
  if (!id) throw new Error('The queue began without a name.')
  past.add(id)

  const live = async () => {
    await join(pool, id)
    await leave(
      pool,
      [...past].filter((one) => one !== id),
    )
    past.clear()
    past.add(id)
    while (!signal.aborted) {
      const isOver = await Promise.race([over, pause(pulse.every, false, { signal }).catch(() => true)])
      if (isOver) return
      if (!(await beat(pool, id))) {
        log.warn('this worker was given up by others and begins anew')
        return
      }
      const freed = await freeJobsOfSilent(pool, pulse.silence)
      if (freed > 0) log.warn({ jobs: freed }, 'took over the jobs of a worker that fell silent')
    }
  }
  try {
    await live()
  } finally {
    // What was taken and not begun goes back with `leave`; the queue's own way of giving it back breaks off.
    taken.splice(0)
    const stopped = runner.stop().catch(() => undefined)
    const isDone = await Promise.race([stopped.then(() => true), pause(grace, false, { ref: false })])
    if (!isDone) await Promise.resolve(queue?.forcefulShutdown('The worker stops.')).catch(() => undefined)
    await leave(pool, [id]).then(
      () => past.delete(id),
      () => undefined,
    )
  }
}

/** A run that was missed while nothing ran is made up for within a day, unless the schedule comes often anyway. */
const cronItem = ({ name, cron }: Schedule) => ({
  task: name,
  match: cron,
  identifier: name,
  options: { maxAttempts: tries, jobKey: name, backfillPeriod: /^\d+ /.test(cron) ? day : 0 },
})
