import { type Figure, figure, milliseconds, perSecond, type RowName } from '../figure.ts'
import type { Ground } from '../ground.ts'
import type { Installation } from '../installation.ts'
import { type Comparison, compare, measureHttp } from '../load/compare.ts'
import type { Target } from '../load/target.ts'
import { startServer } from '../server.ts'
import { median } from '../statistics.ts'
import { createTargets, queueTargets, requestTargets } from './targets.ts'

type Loaded = Extract<RowName, 'create' | 'queue' | 'request'>

export const targetsOf: Record<Loaded, (installation: Installation, ground: Ground) => Promise<Target[]>> = {
  create: (installation, ground) => createTargets(installation, ground, { isKeyed: false }),
  queue: queueTargets,
  request: requestTargets,
}

const budgets: Record<Loaded, number> = { create: 0.5, queue: 0.4, request: 0.4 }
const words: Record<Loaded, string> = {
  create: 'create a request',
  queue: 'the queue, 50 rows',
  request: 'a request, its 30 entries',
}

/** One of the three rows that are held against the bare SQL. */
export async function measureLoad(
  row: Loaded,
  installation: Installation,
  ground: Ground,
  url: string,
): Promise<Figure[]> {
  const share = await compare(installation, url, await targetsOf[row](installation, ground))
  const figures = [shareFigure(row, words[row], budgets[row], share)]
  if (row !== 'create') return figures
  figures.push(
    figure({
      row,
      what: 'p99 beside p50',
      measured: milliseconds(median(share.http.map(({ p99 }) => p99))),
      limit: milliseconds(median(share.http.map(({ p50 }) => p50))),
      ratio: share.tail,
      budget: '≤ 4',
      holds: share.tail <= 4,
      raw: share.http,
    }),
  )
  const keyed = await compare(installation, url, await createTargets(installation, ground, { isKeyed: true }))
  figures.push(shareFigure(row, 'with an Idempotency-Key', budgets[row], keyed))
  return figures
}

/** The same create where relay and worker run in the API's own process, as they do by default. */
export async function measureAllRoles(installation: Installation, ground: Ground): Promise<Figure> {
  const targets = await targetsOf.create(installation, ground)
  const server = await startServer({ folder: installation.folder })
  try {
    const speed = await measureHttp(server.url, targets, { warmUpSeconds: 2, seconds: 6 })
    return figure({
      row: 'create',
      what: 'flat out, with worker and relay',
      measured: perSecond(speed.perSecond),
      budget: 'report',
      note: 'every request makes notifications and mails in the same process meanwhile',
      raw: speed,
    })
  } finally {
    await server.stop()
  }
}

function shareFigure(row: RowName, what: string, budget: number, comparison: Comparison): Figure {
  const { http, limit, share } = comparison
  return figure({
    row,
    what,
    measured: perSecond(median(http.map((speed) => speed.perSecond))),
    limit: perSecond(median(limit.map((speed) => speed.perSecond))),
    ratio: share,
    budget: `≥ ${budget.toFixed(2)}`,
    holds: share >= budget,
    raw: comparison,
  })
}
