import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import type { Connection } from '../../apps/server/src/platform/db/connection.ts'
import { closePools, openPools } from '../../apps/server/src/platform/db/pools.ts'
import { transact } from '../../apps/server/src/platform/db/transaction.ts'
import { newId } from '../../apps/server/src/platform/ids.ts'
import { type Reaction, reaction } from '../../apps/server/src/platform/jobs/reaction.ts'
import { startWorker } from '../../apps/server/src/platform/jobs/worker.ts'
import { Bell } from '../../apps/server/src/platform/log/bell.ts'
import { openRecord } from '../../apps/server/src/platform/log/record.ts'
import { startRelay } from '../../apps/server/src/platform/log/relay.ts'
import { Stop } from '../../apps/server/src/platform/stop.ts'
import { readInput, writeOutput } from '../child.ts'
import { quantile } from '../statistics.ts'

export type JobsInput = { connection: Connection; secret: string } & (
  | { what: 'drain'; events: number; reactions: number }
  | { what: 'rate'; rate: number; seconds: number; warmUpSeconds: number; reactions: number }
)
export type Drained = { jobs: number; seconds: number }
/** Milliseconds: of the command itself, and from its commit until each of its jobs begins. */
export type Paced = {
  sent: number
  /** Commands that found no connection in time, where the machine cannot keep this pace at all. */
  refused: number
  /** The worker could not keep up. */
  isBehind: boolean
  command: { p50: number; p90: number; p99: number; mean: number }
  start: { p50: number; p99: number } | null
}

const input = readInput<JobsInput>()
const { connection, secret } = input
const pools = openPools(connection, secret)
const bell = new Bell(connection)
const log = pino({ level: 'warn' }, pino.destination(2))
await bell.open()

const companyId = newId()
const personId = newId()
await pools.platform.query(
  `insert into app.companies (company_id, name, slug, zone) values ($1, 'Jobs', 'jobs-' || $1::uuid, 'UTC')`,
  [companyId],
)
await pools.platform.query(
  `insert into app.people (company_id, id, account_id, email, first_name, last_name, state)
   values ($1, $2, $2, 'one@jobs.example', 'One', 'Person', 'ACTIVE')`,
  [companyId, personId],
)

/** When the caller had its commit, by the event's mark; a job that was quicker began at once. */
const committed = new Map<string, number>()
const starts: number[] = []
let firstMeasured = 0
let ran = 0
let onRan: () => void = () => undefined

const reactions: Reaction[] = Array.from({ length: input.reactions }, (_, at) =>
  reaction({
    on: 'person.updated',
    name: `bench.reaction_${at}`,
    async run({ event }) {
      const mark = event.data.fields[0] ?? ''
      const answered = committed.get(mark)
      if (Number(mark) >= firstMeasured)
        starts.push(answered === undefined ? 0 : performance.now() - answered)
      ran += 1
      onRan()
    },
  }),
)

/** One command as the product has them: a row changes, and the log says so. */
async function command(mark: string): Promise<void> {
  const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
  await transact(
    pools.app,
    { companyId, personId },
    async (tx) => {
      void tx
        .run(
          `insert into app.idempotency_keys (company_id, person_id, key, route, body_hash)
           values ($1, $2, $3, 'POST /benchmark', '')`,
          [companyId, personId, newId()],
        )
        .catch(() => undefined)
      record('person.updated', { type: 'person', id: personId }, { fields: [mark] })
    },
    write,
  )
  bell.ring('wrote')
}

function startBackground() {
  const parts = [
    startRelay({ pools, bell, reactions, log }),
    startWorker({ pools, bell, reactions, schedules: [], log }),
  ]
  return () => Promise.all(parts.map((part) => part.stop()))
}

/** Writes the events first, then lets relay and worker at them. */
async function drain(events: number): Promise<Drained> {
  let written = 0
  const writer = async () => {
    while (written < events) await command(String(written++))
  }
  await Promise.all(Array.from({ length: 16 }, writer))
  const jobs = events * input.reactions
  const finished = Promise.withResolvers<void>()
  onRan = () => {
    if (ran === jobs) finished.resolve()
  }
  const began = performance.now()
  const stop = startBackground()
  await finished.promise
  const seconds = (performance.now() - began) / 1000
  await stop()
  return { jobs, seconds }
}

/** Sends commands by the clock, however long they take; waits are counted from when each was due. */
async function keepRate(rate: number, warmUpSeconds: number, seconds: number): Promise<Paced> {
  const stop = startBackground()
  const waits: number[] = []
  let refused = 0
  const running: Promise<void>[] = []
  const began = performance.now()
  const until = began + (warmUpSeconds + seconds) * 1000
  firstMeasured = rate * warmUpSeconds
  const send = async (at: number, due: number) => {
    await command(String(at))
    const answered = performance.now()
    committed.set(String(at), answered)
    if (at >= firstMeasured) waits.push(answered - due)
  }
  for (let at = 0; ; ) {
    const due = began + (at * 1000) / rate
    if (due >= until) break
    if (due > performance.now()) await pause(1)
    else {
      const refuse = (error: unknown) => {
        if (!(error instanceof Stop)) throw error
        refused += 1
      }
      running.push(send(at++, due).catch(refuse))
    }
  }
  await Promise.all(running)
  const jobs = (running.length - refused) * input.reactions
  const isBehind = ran < jobs * 0.9
  for (let waited = 0; ran < jobs && waited < 10_000; waited += 50) await pause(50)
  await stop()
  return {
    sent: waits.length,
    refused,
    isBehind,
    command: {
      p50: quantile(waits, 0.5),
      p90: quantile(waits, 0.9),
      p99: quantile(waits, 0.99),
      mean: waits.reduce((sum, wait) => sum + wait, 0) / waits.length,
    },
    start: starts.length > 0 ? { p50: quantile(starts, 0.5), p99: quantile(starts, 0.99) } : null,
  }
}

writeOutput(
  input.what === 'drain'
    ? await drain(input.events)
    : await keepRate(input.rate, input.warmUpSeconds, input.seconds),
)
await bell.close()
await closePools(pools)
