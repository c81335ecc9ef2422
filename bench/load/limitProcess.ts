import pg from 'pg'
import type { Connection } from '../../apps/server/src/platform/db/connection.ts'
import { newId } from '../../apps/server/src/platform/ids.ts'
import { readInput, writeOutput } from '../child.ts'
import { quantile } from '../statistics.ts'
import type { Statement, Transaction } from './capture.ts'
import type { Speed } from './httpProcess.ts'

export type LimitInput = {
  connection: Connection
  transactions: Transaction[]
  connections: number
  callers: number
  warmUpSeconds: number
  seconds: number
}

const input = readInput<LimitInput>()

/** Makes the statements of one execution: the transaction's own new ids are put in wherever they stand. */
function renewer({ statements, fresh }: Transaction): () => Statement[] {
  if (fresh.length === 0) return () => statements
  const anyOfThem = new RegExp(`(${fresh.join('|')})`)
  const plans = statements.map(({ values = [], ...statement }) => ({
    statement,
    values: values.map((value) => (typeof value === 'string' ? value.split(anyOfThem) : value)),
    isPlain: values.map((value) => typeof value !== 'string'),
  }))
  return () => {
    const ids = new Map(fresh.map((id) => [id, newId()]))
    return plans.map(({ statement, values, isPlain }) => ({
      ...statement,
      values: values.map((value, at) =>
        isPlain[at] || !Array.isArray(value) ? value : value.map((part) => ids.get(part) ?? part).join(''),
      ),
    }))
  }
}

const clients = await Promise.all(
  Array.from({ length: input.connections }, async () => {
    const client = new pg.Client({ ...input.connection, pipeline: true } as pg.ClientConfig)
    await client.connect()
    return client
  }),
)
const renewers = input.transactions.map(renewer)

/** Everything from `begin` to `commit` leaves in one flush; nothing is read before all is sent. */
async function execute(client: pg.Client, statements: readonly Statement[]): Promise<void> {
  const results = await Promise.all(
    statements.map((statement) =>
      client.query(statement.name || statement.values?.length ? statement : statement.text),
    ),
  )
  const last = results.at(-1)
  if (last?.command !== 'COMMIT') throw new Error(`The transaction ended with ${last?.command}.`)
}

async function fire(seconds: number): Promise<Speed> {
  const waits: number[] = []
  const began = performance.now()
  const until = began + seconds * 1000
  const caller = async (at: number) => {
    const client = clients[at % clients.length]
    if (!client) return
    let next = Math.floor((at * renewers.length) / input.callers)
    while (performance.now() < until) {
      const renew = renewers[next++ % renewers.length]
      if (!renew) return
      const sent = performance.now()
      await execute(client, renew())
      waits.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: input.callers }, (_, at) => caller(at)))
  return {
    perSecond: waits.length / ((performance.now() - began) / 1000),
    p50: quantile(waits, 0.5),
    p99: quantile(waits, 0.99),
    count: waits.length,
  }
}

await fire(input.warmUpSeconds)
writeOutput(await fire(input.seconds))
await Promise.all(clients.map((client) => client.end()))
