import { migrate } from '../../apps/server/src/platform/db/migrate.ts'
import { runChild } from '../child.ts'
import { type Figure, figure, milliseconds, perSecond } from '../figure.ts'
import { ask, type Installation } from '../installation.ts'
import { median } from '../statistics.ts'
import type { Drained, JobsInput, Paced } from '../work/jobsProcess.ts'

const events = 10_000
const reactions = 3
const database = 'bench_jobs'

/** Gives the work a database of its own in the same PostgreSQL, with nothing in it. */
async function withDatabase<Result>(
  { connection, secret }: Installation,
  work: (place: Pick<JobsInput, 'connection' | 'secret'>) => Promise<Result>,
): Promise<Result> {
  await ask(connection, `drop database if exists ${database} with (force)`)
  await ask(connection, `create database ${database}`)
  const own = { ...connection, database }
  try {
    await migrate(own, secret)
    return await work({ connection: own, secret })
  } finally {
    await ask(connection, `drop database if exists ${database} with (force)`)
  }
}

/** How fast relay and worker get through events, and how soon a job begins when there is little to do. */
export function measureJobs(installation: Installation): Promise<Figure[]> {
  return withDatabase(installation, async (place) => {
    const drained = await runChild<Drained>('work/jobsProcess.ts', {
      ...place,
      what: 'drain',
      events,
      reactions,
    } satisfies JobsInput)
    const idle = await runChild<Paced>('work/jobsProcess.ts', {
      ...place,
      ...{ what: 'rate', rate: 40, warmUpSeconds: 2, seconds: 8, reactions },
    } satisfies JobsInput)
    const speed = drained.jobs / drained.seconds
    const p99 = idle.start?.p99 ?? Number.NaN
    return [
      figure({
        row: 'jobs',
        what: `${events.toLocaleString('en')} events with ${reactions} reactions each`,
        measured: perSecond(speed),
        budget: '≥ 2,000/s',
        holds: speed >= 2_000,
        raw: drained,
      }),
      figure({
        row: 'jobs',
        what: 'commit → job start at 40 events/s, p99',
        measured: milliseconds(p99),
        budget: '≤ 50 ms',
        holds: p99 <= 50,
        note: `p50 ${milliseconds(idle.start?.p50 ?? Number.NaN)}`,
        raw: idle,
      }),
    ]
  })
}

/** The same command at a fixed pace with nothing and with much to do after it. */
export function measureHotPath(installation: Installation): Promise<Figure[]> {
  return withDatabase(installation, async (place) => {
    const run = (count: number) =>
      runChild<Paced>('work/jobsProcess.ts', {
        ...place,
        ...{ what: 'rate', rate: 900, warmUpSeconds: 2, seconds: 5, reactions: count },
      } satisfies JobsInput)
    const none: Paced[] = []
    const six: Paced[] = []
    for (let round = 0; round < 2; round++) {
      none.push(await run(0))
      six.push(await run(6))
    }
    const of = (runs: readonly Paced[], what: 'p50' | 'p99') =>
      median(runs.map(({ command }) => command[what]))
    const ratio = of(six, 'p50') / of(none, 'p50')
    return [
      figure({
        row: 'hot-path',
        what: 'a command at 900/s with 6 reactions, p50, beside 0',
        measured: milliseconds(of(six, 'p50')),
        limit: milliseconds(of(none, 'p50')),
        ratio,
        budget: '≤ 1.10',
        holds: ratio <= 1.1,
        note:
          `p99 ${milliseconds(of(six, 'p99'))} beside ${milliseconds(of(none, 'p99'))}` +
          (six.some(({ isBehind }) => isBehind) ? '; the worker fell behind 5,400 reactions/s' : '') +
          ([...none, ...six].some(({ refused }) => refused > 0) ? '; the machine cannot keep this pace' : ''),
        raw: { none, six },
      }),
    ]
  })
}
