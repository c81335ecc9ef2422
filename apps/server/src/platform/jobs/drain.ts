import { setTimeout as pause } from 'node:timers/promises'
import { Logger, runOnce } from 'graphile-worker'
import type { Pools } from '../db/pools.ts'
import type { Bell } from '../log/bell.ts'
import { openRelaySteps } from '../log/relayStep.ts'
import { planJobs } from './plan.ts'
import type { Reaction, Schedule } from './reaction.ts'
import { companyJob, type Ended, tasksOf } from './tasks.ts'

type Options = {
  pools: Pools
  bell: Bell
  reactions: readonly Reaction[]
  schedules?: readonly Schedule[]
}

/**
 * Carries the log to the queue and runs its jobs until nothing is left, in this process, now: for tests. Throws
 * what jobs threw.
 */
export async function drain({ pools, bell, reactions, schedules = [] }: Options): Promise<void> {
  const errors: unknown[] = []
  let ran = 0
  const ended = ({ error, outcome }: Ended) => {
    ran += 1
    if (error && outcome !== 'lost') errors.push(error)
  }
  const taskList = tasksOf({ pools, bell, reactions, schedules, ended })
  if (Object.keys(taskList).length === 0) return
  do {
    ran = 0
    const hasMoved = await relayAll(pools, reactions)
    if (hasMoved) bell.ring('moved')
    await runOnce({ pgPool: pools.worker, taskList, noHandleSignals: true, logger: silent, preset })
  } while (ran > 0)
  if (errors.length > 0) throw errors.length === 1 ? errors[0] : new AggregateError(errors, 'Jobs failed.')
}

/** Makes a schedule's jobs for all companies, as its hour would; `drain` runs them. */
export async function runScheduleNow(pools: Pools, schedule: Schedule): Promise<void> {
  const { rows } = await pools.relay.query<{ id: string }>(
    `select company_id as id from app.companies where state = 'ACTIVE'`,
  )
  await pools.worker.query(
    `select jobs.add_job($1, json_build_object('companyId', id)) from unnest($2::uuid[]) id`,
    [companyJob(schedule), rows.map(({ id }) => id)],
  )
}

const silent = new Logger(() => () => undefined)
const preset = {
  worker: { schema: 'jobs', concurrentJobs: 4, completeJobBatchDelay: 0, failJobBatchDelay: 0 },
}

async function relayAll(pools: Pools, reactions: readonly Reaction[]): Promise<boolean> {
  const client = await pools.relay.connect()
  try {
    const step = openRelaySteps(client, planJobs(reactions))
    for (let hasMoved = false; ; ) {
      const result = await step()
      if (result === 'idle') return hasMoved
      if (result === 'moved') hasMoved = true
      else await pause(2)
    }
  } finally {
    client.release()
  }
}
