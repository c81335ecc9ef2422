import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Figure, RowName } from './figure.ts'
import { fillUpTo, type Ground, openGround } from './ground.ts'
import { type Installation, openInstallation } from './installation.ts'
import { measureBulk } from './rows/bulk.ts'
import { measureDesk } from './rows/desk.ts'
import { measureDryRun } from './rows/dryRun.ts'
import { growthFigures, measureWaits, type Waits } from './rows/growth.ts'
import { measureHotPath, measureJobs } from './rows/jobs.ts'
import { measureLists } from './rows/lists.ts'
import { measureAllRoles, measureLoad } from './rows/load.ts'
import { measurePixel } from './rows/pixel.ts'
import { measureRecompute } from './rows/recompute.ts'
import { measureSearch } from './rows/search.ts'
import { measureSimilar } from './rows/similar.ts'
import { measureSockets } from './rows/sockets.ts'
import { measureMemory, measureStart } from './rows/start.ts'
import { measureTyping } from './rows/typing.ts'
import { measureWeb } from './rows/web.ts'
import { type Server, startServer } from './server.ts'
import { prepareWeb } from './web.ts'

export type Plan = {
  folder: string
  rows: ReadonlySet<RowName>
  /** Requests in all. */
  size: number
  say: (line: string) => void
}

/** Fills what the next function measures on, and measures nothing. */
export async function fillGround({ folder, rows, size, say }: Plan): Promise<void> {
  for (const step of stepsOf(rows, size)) await withGround({ folder, size: step, say }, async () => undefined)
}

/** Growth compares grounds of several sizes, one beside the other. */
const stepsOf = (rows: Plan['rows'], size: number) =>
  [10_000, 100_000, 1_000_000].filter((one) => one === size || (one < size && rows.has('growth')))

/** What is measured on twenty companies with a long history. */
export async function runGround({ folder, rows, size, say }: Plan): Promise<Figure[]> {
  const needs = (...names: RowName[]) => names.some((name) => rows.has(name))
  if (
    !needs(
      'growth',
      'create',
      'queue',
      'request',
      'search',
      'desk',
      'similar',
      'recompute',
      'dry-run',
      'sockets',
      'pixel',
      'typing',
    )
  )
    return []
  const waits: Waits[] = []
  if (rows.has('growth')) {
    for (const step of stepsOf(rows, size)) {
      await withGround({ folder, size: step, say }, async (installation, ground) => {
        say(`Measuring at ${step.toLocaleString('en')} requests.`)
        waits.push(await measureWaits(installation, ground))
      })
    }
  }
  return withGround({ folder, size, say }, async (installation, ground) => {
    const figures = growthFigures(waits)
    // Relay and worker would do other work meanwhile; what they cost is said beside it.
    await withServer({ folder: installation.folder, as: 'api,realtime' }, async ({ url }) => {
      for (const row of ['queue', 'request', 'search', 'create'] as const) {
        if (!rows.has(row)) continue
        say(`Measuring ${row}.`)
        figures.push(
          ...(row === 'search'
            ? await measureSearch(installation, ground, url)
            : await measureLoad(row, installation, ground, url)),
        )
      }
      if (rows.has('desk')) {
        say('Filling one desk with 20,000 open requests.')
        figures.push(...(await measureDesk(installation, url)))
      }
      if (rows.has('similar')) {
        say('Filling a company with 20,000 requests that sound alike.')
        figures.push(...(await measureSimilar(installation, url)))
      }
    })
    if (rows.has('create')) figures.push(await measureAllRoles(installation, ground))
    if (rows.has('recompute')) {
      say('Counting promises anew.')
      await forgetBacklog(installation)
      await withServer({ folder: installation.folder }, async (server) => {
        figures.push(...(await measureRecompute(installation, ground, server)))
      })
    }
    if (rows.has('dry-run')) {
      say('Trying a rule.')
      await forgetBacklog(installation)
      await withServer({ folder: installation.folder }, async (server) => {
        figures.push(...(await measureDryRun(installation, ground, server)))
      })
    }
    if (needs('sockets', 'pixel')) {
      say('Opening 5,000 sockets.')
      if (rows.has('pixel')) await prepareWeb()
      await forgetBacklog(installation)
      await withServer({ folder: installation.folder, collects: true }, async (server) => {
        const sockets = await measureSockets(installation, server, async (hall) =>
          rows.has('pixel') ? measurePixel(installation, server, hall) : [],
        )
        figures.push(...sockets.filter(({ row }) => rows.has(row)))
      })
    }
    if (rows.has('typing')) {
      say('Typing.')
      await forgetBacklog(installation)
      await withServer({ folder: installation.folder }, async (server) => {
        figures.push(...(await measureTyping(installation, server)))
      })
    }
    return figures
  })
}

/** What is measured on the log and the queue alone. */
export async function runWork({ folder, rows, say }: Plan): Promise<Figure[]> {
  if (!rows.has('jobs') && !rows.has('hot-path')) return []
  return withInstallation(join(folder, 'work'), async (installation) => {
    say('Running jobs.')
    return [
      ...(rows.has('jobs') ? await measureJobs(installation) : []),
      ...(rows.has('hot-path') ? await measureHotPath(installation) : []),
    ]
  })
}

/** What is measured on the demo world, as whoever tries Deskhand has it. */
export async function runDemo({ folder, rows, say }: Plan): Promise<Figure[]> {
  if (!(['start', 'memory', 'web', 'lists', 'bulk'] as const).some((name) => rows.has(name))) return []
  const own = join(folder, 'demo')
  await mkdir(own, { recursive: true })
  await prepareWeb()
  say('Starting with the demo world.')
  const figures = rows.has('start') ? await measureStart(own) : []
  await withServer({ folder: own, isDemo: true }, async (server) => {
    if (rows.has('memory')) figures.push(...(await measureMemory(server, own)))
    if (rows.has('web')) figures.push(...(await measureWeb(server)))
    if (rows.has('lists')) figures.push(...(await measureLists(server)))
    if (rows.has('bulk')) {
      say('Changing a thousand requests.')
      figures.push(...(await measureBulk(server)))
    }
  })
  return figures
}

/** The load left jobs behind for as long as it lasted; the next rows are about a server that is in time. */
async function forgetBacklog({ asSuperuser }: Installation): Promise<void> {
  await asSuperuser(`update ops.cursors set id = (select coalesce(max(id), 0) from app.events) where name = 'relay';
    delete from jobs._private_jobs`)
}

async function withGround<Result>(
  { folder, size, say }: Pick<Plan, 'folder' | 'size' | 'say'>,
  work: (installation: Installation, ground: Ground) => Promise<Result>,
): Promise<Result> {
  return withInstallation(join(folder, `ground-${size}`), async (installation) => {
    const ground = await openGround(installation)
    if (size > ground.size) {
      say(`Filling up to ${size.toLocaleString('en')} requests.`)
      await fillUpTo(installation, ground, size)
    }
    return work(installation, ground)
  })
}

export async function withInstallation<Result>(
  folder: string,
  work: (installation: Installation) => Promise<Result>,
): Promise<Result> {
  await mkdir(folder, { recursive: true })
  const installation = await openInstallation(folder)
  try {
    return await work(installation)
  } finally {
    await installation.stop()
  }
}

export async function withServer(
  options: Parameters<typeof startServer>[0],
  work: (server: Server) => Promise<void>,
): Promise<void> {
  const server = await startServer(options)
  try {
    await work(server)
  } finally {
    await server.stop()
  }
}
