import type { Job, TaskList } from 'graphile-worker'
import { clock } from '../clock/clock.ts'
import type { Pools } from '../db/pools.ts'
import { type Tx, transact } from '../db/transaction.ts'
import type { Bell } from '../log/bell.ts'
import { openRecord } from '../log/record.ts'
import { finishJob, finishPlainJob, holdJob, LostJob, readEvent } from './claim.ts'
import { planJobs, together } from './plan.ts'
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
function read(job: Job, field: 'companyId' | 'eventId' | 'reactions'): unknown {
  const { payload } = job
  return typeof payload === 'object' && payload !== null ? Reflect.get(payload, field) : undefined
}

const companyOf = (job: Job) => String(read(job, 'companyId'))
const eventOf = (job: Job) => Number(read(job, 'eventId'))

/** The job of one company that a schedule makes. */
export const companyJob = (schedule: Schedule) => `${schedule.name}/company`

/** What graphile-worker runs: reactions, every schedule's round of companies, and its work in each. */
export function tasksOf({ pools, bell, reactions, schedules, ended }: Options): TaskList {
  planJobs(reactions)
  const inside = new Map(reactions.flatMap(({ name, run }) => (run ? [[name, run] as const] : [])))

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

  // What is run as a job answers the names of what it did.
  const react = (reaction: Reaction) => async (job: Job) => {
    const companyId = companyOf(job)
    const eventId = eventOf(job)
    const { name, run } = reaction
    if (run) {
      await inCompany(companyId, eventId, async (work) =>
        run({ ...work, event: await finishJob(work.tx, job, eventId) }),
      )
      return [name]
    }
    const held: InCompany = (work) =>
      inCompany(companyId, eventId, async (inside) => {
        await holdJob(inside.tx, job)
        return work(inside)
      })
    const event = await held(({ tx }) => readEvent(tx, eventId))
    await reaction.runOutside({ inCompany: held, event })
    return [name]
  }

  /**
   * Several reactions to an event, one after the other in one transaction, as if they were one. When one fails,
   * nothing of any is kept, and each becomes a job of its own, so that it fails alone.
   */
  const reactTogether = async (job: Job) => {
    const companyId = companyOf(job)
    const eventId = eventOf(job)
    const names = [read(job, 'reactions')].flat().map(String)
    const split = (tx: Tx, those: readonly string[]) =>
      addJobs(
        tx,
        those.map((identifier) => ({ identifier, payload: { companyId, eventId } })),
      )
    try {
      await inCompany(companyId, eventId, async (work) => {
        const event = await finishJob(work.tx, job, eventId)
        for (const name of names) {
          const run = inside.get(name)
          // Who planned the job was an older or a newer Deskhand.
          if (run) await run({ ...work, event })
          else await split(work.tx, [name])
        }
      })
    } catch (error) {
      if (error instanceof LostJob) throw error
      await transact(pools.worker, { companyId: null, personId: null }, async (tx) => {
        await finishPlainJob(tx, job)
        await split(tx, names)
      })
      return []
    }
    return names
  }

  const goRound = (schedule: Schedule) => async (job: Job) => {
    const { rows } = await pools.relay.query<{ companyId: string }>(
      `select company_id as "companyId" from app.companies where state = 'ACTIVE'`,
    )
    const jobs = rows.map(({ companyId }) => ({
      identifier: companyJob(schedule),
      payload: { companyId },
      // A round that comes before the last one was done replaces it.
      job_key: `${schedule.name}/${companyId}`,
    }))
    await transact(pools.worker, { companyId: null, personId: null }, async (tx: Tx) => {
      await finishPlainJob(tx, job)
      if (jobs.length > 0) await addJobs(tx, jobs)
    })
    return [schedule.name]
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
    return [companyJob(schedule)]
  }

  const counted =
    (work: (job: Job) => Promise<readonly string[]>) =>
    async (_payload: unknown, { job }: { job: Job }): Promise<void> => {
      const { task_identifier: name, attempts: attempt } = job
      const lagSeconds = Math.max(0, Date.now() - job.run_at.getTime()) / 1000
      try {
        for (const done of await work(job)) ended({ name: done, attempt, lagSeconds, outcome: 'done' })
      } catch (error) {
        const again = attempt < job.max_attempts ? 'failed' : 'dead'
        ended({ name, attempt, lagSeconds, outcome: error instanceof LostJob ? 'lost' : again, error })
        throw error
      }
    }

  return Object.fromEntries([
    ...(reactions.length > 0 ? [[together, counted(reactTogether)] as const] : []),
    ...reactions.map((reaction) => [reaction.name, counted(react(reaction))] as const),
    ...schedules.map((schedule) => [schedule.name, counted(goRound(schedule))] as const),
    ...schedules.map((schedule) => [companyJob(schedule), counted(keepTime(schedule))] as const),
  ])
}

type NewJob = { identifier: string; payload: object; job_key?: string }

const addJobs = (tx: Tx, jobs: readonly NewJob[]) =>
  tx.run(
    'select count(*) from jobs.add_jobs(array(select json_populate_recordset(null::jobs.job_spec, $1::json)))',
    [JSON.stringify(jobs.map((job) => ({ ...job, max_attempts: tries })))],
  )
