import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import type { Pools } from '../db/pools.ts'
import { jittered } from '../log/alarm.ts'
import type { Bell } from '../log/bell.ts'
import type { Metrics } from '../metrics.ts'
import { type Pulse, usualPulse } from './heartbeat.ts'
import { startLife } from './life.ts'
import type { Reaction, Schedule } from './reaction.ts'
import { type Ended, tasksOf } from './tasks.ts'

export type Worker = { stop: () => Promise<void> }

export type WorkerOptions = {
  pools: Pools
  bell: Bell
  reactions: readonly Reaction[]
  schedules: readonly Schedule[]
  log: FastifyBaseLogger
  metrics?: Pick<Metrics, 'jobs' | 'jobLag'>
  pulse?: Pulse
}

/**
 * Runs jobs until stopped. Whenever its queue breaks off (the database restarted, others gave it up), it
 * begins a new life under a new id. `stop` lets running jobs finish for up to 15 s.
 */
export function startWorker({ pulse = usualPulse, ...options }: WorkerOptions): Worker {
  const { log } = options
  const tasks = tasksOf({ ...options, ended: tell(options) })
  const past = new Set<string>()
  const ending = new AbortController()
  const { signal } = ending

  const run = async () => {
    if (Object.keys(tasks).length === 0) return
    while (!signal.aborted) {
      try {
        await startLife({ ...options, tasks, pulse, signal, past })
      } catch (error) {
        log.warn({ err: error }, 'the worker lost its queue and will begin anew')
      }
      if (!signal.aborted) await pause(jittered(1_000), null, { signal }).catch(() => undefined)
    }
  }

  const running = run()
  return {
    async stop() {
      ending.abort()
      await running
    },
  }
}

function tell({ log, metrics }: WorkerOptions) {
  return ({ name, outcome, lagSeconds, attempt, error }: Ended): void => {
    metrics?.jobs.inc({ name, outcome })
    metrics?.jobLag.observe(lagSeconds)
    if (outcome === 'failed')
      log.warn({ err: error, job: name, attempt }, 'a job failed and will be tried again')
    if (outcome === 'dead') log.error({ err: error, job: name, attempt }, 'a job failed for the last time')
    if (outcome === 'lost') log.warn({ job: name, attempt }, 'a job was given to another worker meanwhile')
  }
}
