import { type Figure, figure, milliseconds } from '../figure.ts'
import type { Ground } from '../ground.ts'
import type { Installation } from '../installation.ts'
import { measureHttp } from '../load/compare.ts'
import { startServer } from '../server.ts'
import { targetsOf } from './load.ts'

const rows = ['queue', 'request', 'create'] as const

/** The waits of one size, in milliseconds. */
export type Waits = { size: number; p50: Record<(typeof rows)[number], number> }

/** How long the three take at this size; the better of two rounds, so that a disturbance counts less. */
export async function measureWaits(installation: Installation, ground: Ground): Promise<Waits> {
  const { size } = ground
  const server = await startServer({ folder: installation.folder, as: 'api,realtime' })
  try {
    const p50 = {
      queue: Number.POSITIVE_INFINITY,
      request: Number.POSITIVE_INFINITY,
      create: Number.POSITIVE_INFINITY,
    }
    for (const warmUpSeconds of [2, 1]) {
      for (const row of rows) {
        const targets = await targetsOf[row](installation, ground)
        const speed = await measureHttp(server.url, targets, { warmUpSeconds, seconds: 3 })
        p50[row] = Math.min(p50[row], speed.p50)
      }
    }
    return { size, p50 }
  } finally {
    await server.stop()
  }
}

/** The last size beside the first. */
export function growthFigures(waits: readonly Waits[]): Figure[] {
  const first = waits[0]
  const last = waits.at(-1)
  if (!first || !last || waits.length < 2) return []
  return rows.map((row) => {
    const ratio = last.p50[row] / first.p50[row]
    return figure({
      row: 'growth',
      what: `${row}, p50 at ${thousands(last)} beside ${thousands(first)}`,
      measured: milliseconds(last.p50[row]),
      limit: milliseconds(first.p50[row]),
      ratio,
      budget: '≤ 1.5',
      holds: ratio <= 1.5,
      note: waits.map((one) => `${thousands(one)}: ${milliseconds(one.p50[row])}`).join(', '),
      raw: waits.map(({ size, p50 }) => ({ size, p50: p50[row] })),
    })
  })
}

const thousands = ({ size }: Waits) => (size >= 1_000_000 ? `${size / 1_000_000}M` : `${size / 1_000}k`)
