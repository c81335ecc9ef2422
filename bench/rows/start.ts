import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findPostmaster } from '../../apps/server/src/platform/postgres/postmaster.ts'
import { type Figure, figure, megabytes, type RowName, seconds } from '../figure.ts'
import { descendantsOf, pssOf } from '../memory.ts'
import { type Server, startServer } from '../server.ts'
import { prepareWeb } from '../web.ts'

const idle = 20_000
const warmStarts = 2

/** From `npm start` to the first successful sign-in: in an empty data folder, then with what it left there. */
export async function measureStart(folder: string): Promise<Figure[]> {
  await mkdir(folder, { recursive: true })
  const cold = await timeStart(folder)
  const warm: number[] = []
  while (warm.length < warmStarts) warm.push(await timeStart(folder))
  const slowest = Math.max(...warm)
  return [
    figure({
      row: 'start',
      what: 'npm start on an empty data folder → first sign-in',
      measured: seconds(cold),
      budget: '≤ 15 s',
      holds: cold <= 15,
      raw: cold,
    }),
    figure({
      row: 'start',
      what: 'again, with its data → first sign-in',
      measured: seconds(slowest),
      budget: '≤ 3 s',
      holds: slowest <= 3,
      note: `the slower of ${warmStarts}`,
      raw: warm,
    }),
  ]
}

async function timeStart(folder: string): Promise<number> {
  await prepareWeb()
  const began = performance.now()
  const server = await startServer({ folder, isDemo: true, program: 'tools/start.mjs', isThere: letsIn })
  const took = (performance.now() - began) / 1000
  await server.stop()
  return took
}

const letsIn = (url: string): Promise<boolean> =>
  fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ana@harbour.example', password: 'demo-demo-demo' }),
  }).then(
    ({ status }) => status === 200,
    () => false,
  )

/** What a server with the demo world and its PostgreSQL hold when nothing happens. */
export async function measureMemory({ pid }: Server, folder: string): Promise<Figure[]> {
  const postmaster = findPostmaster(join(folder, 'postgres'))
  if (!postmaster) throw new Error('Its PostgreSQL does not run.')
  await pause(idle)
  const own = pssOf(pid)
  const database = [postmaster.pid, ...descendantsOf(postmaster.pid)]
  const theirs = database.reduce((sum, one) => sum + pssOf(one), 0)
  const row: RowName = 'memory'
  return [
    figure({
      row,
      what: 'idle after start, server and PostgreSQL (PSS)',
      measured: megabytes(own + theirs),
      budget: '≤ 300 MB',
      holds: own + theirs <= 300 * 1024 * 1024,
      note: `server ${megabytes(own)}, ${database.length} processes of PostgreSQL ${megabytes(theirs)}`,
      raw: { own, theirs, processes: database.length },
    }),
  ]
}
