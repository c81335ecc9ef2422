import type { Job, TaskList } from 'graphile-worker'
import { clock } from '../clock/clock.ts'
import type { Pools } from '../db/pools.ts'
import { type Tx, transact } from '../db/transaction.ts'
import type { Bell } from '../log/bell.ts'
import { openRecord } from '../log/record.ts'
import { finishJob, finishPlainJob, holdJob, LostJob, readEvent } from './claim.ts'
import { planJobs } from './plan.ts'
import type { InCompany, Reaction, Schedule, Work } from './reaction.ts'
import { tries } from './tries.ts'

/** How a job ended; `failed` is tried again, `dead` is not, `lost` went on under another worker. */
export type Outcome = 'done' | 'failed' | 'dead' | 'lost'

export type Ended = { name: string; outcome: Outcome; lagSeconds: number; attempt: number; error?: unknown }

type Options = {
  pools: Pools
  bell: Bell
  reactions: readonly Reaction[]
  schedules: readonly Schedule[]
  ended: (how: Ended) => void
}

/** What the relay, or a schedule's round, put into the job. */
function read(job: Job, field: 'companyId' | 'eventId'): unknown {
  const { payload } = job
  return typeof payload === 'object' && payload !== null ? Reflect.get(payload, field) : undefined
}

const companyOf = (job: Job) => String(read(job, 'companyId'))
const eventOf = (job: Job) => Number(read(job, 'eventId'))

/** The job of one company that a schedule makes. */
export const companyJob = (schedule: Schedule) => `${schedule.name}/company`

/** What graphile-worker runs: every reaction, every schedule's round of companies, and its work in each. */
export function tasksOf({ pools, bell, reactions, schedules, ended }: Options): TaskList {
  planJobs(reactions)

  /** One transaction in a company, as the worker; its events are its last statement. */
  const inCompany = async <Result>(
    companyId: string,
    causedById: number | null,
    work: (inside: Work) => Promise<Result>,
  ): Promise<Result> => {
    const { record, write, count } = openRecord(() => ({
      actorId: null,
      actorName: null,
      actorKind: 'system',
      causedById,
    }))
    const result = await transact(
      pools.worker,
      { companyId, personId: null },
      (tx) => work({ tx, db: tx.db, companyId, record }),
      write,
    )
    if (count() > 0) bell.ring('wrote')
    return result
  }

  const react = (reaction: Reaction) => async (job: Job) => {
    const companyId = companyOf(job)
    const eventId = eventOf(job)
    if (reaction.run) {
      const { run } = reaction
      return inCompany(companyId, eventId, async (work) =>
        run({ ...work, event: await finishJob(work.tx, job, eventId) }),
      )
    }
    const held: InCompany = (work) =>
      inCompany(companyId, eventId, async (inside) => {
        await holdJob(inside.tx, job)
        return work(inside)
      })
    const event = await held(({ tx }) => readEvent(tx, eventId))
    return reaction.runOutside({ inCompany: held, event })
  }

  const goRound = (schedule: Schedule) => async (job: Job) => {
    const { rows } = await pools.relay.query<{ companyId: string }>(
      `select company_id as "companyId" from app.companies where state = 'ACTIVE'`,
    )
    const jobs = rows.map(({ companyId }) => ({
      identifier: companyJob(schedule),
      payload: { companyId },
      max_attempts: tries,
      // A round that comes before the last one was done replaces it.
      job_key: `${schedule.name}/${companyId}`,
    }))
    await transact(pools.worker, { companyId: null, personId: null }, async (tx: Tx) => {
      await finishPlainJob(tx, job)
      if (jobs.length > 0) await tx.run(addJobs, [JSON.stringify(jobs)])
    })
  }

  const keepTime = (schedule: Schedule) => async (job: Job) => {
    const companyId = companyOf(job)
    await inCompany(companyId, null, async (work) => {
      await finishPlainJob(work.tx, job)
      const [company] = await work.tx.query<{ zone: string }>(
        `select zone from app.companies where company_id = $1 and state = 'ACTIVE'`,
        [companyId],
      )
      if (company) await schedule.run({ ...work, zone: company.zone, now: clock.now() })
    })
  }

  const counted =
    (work: (job: Job) => Promise<unknown>) =>
    async (_payload: unknown, { job }: { job: Job }): Promise<void> => {
      const { task_identifier: name, attempts: attempt } = job
      const lagSeconds = Math.max(0, Date.now() - job.run_at.getTime()) / 1000
      try {
        await work(job)
        ended({ name, attempt, lagSeconds, outcome: 'done' })
      } catch (error) {
        const again = attempt < job.max_attempts ? 'failed' : 'dead'
        ended({ name, attempt, lagSeconds, outcome: error instanceof LostJob ? 'lost' : again, error })
        throw error
      }
    }

  return Object.fromEntries([
    ...reactions.map((reaction) => [reaction.name, counted(react(reaction))] as const),
    ...schedules.map((schedule) => [schedule.name, counted(goRound(schedule))] as const),
    ...schedules.map((schedule) => [companyJob(schedule), counted(keepTime(schedule))] as const),
  ])
}

const addJobs =
  'select count(*) from jobs.add_jobs(array(select json_populate_recordset(null::jobs.job_spec, $1::json)))'
