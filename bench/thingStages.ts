import { join } from 'node:path'
import type { Figure } from './figure.ts'
import { measureAgents } from './rows/agents.ts'
import { measureImports } from './rows/imports.ts'
import { measureThings } from './rows/things.ts'
import { type Plan, withInstallation, withServer } from './stages.ts'

/** What is measured on things, on an installation of their own. */
export async function runThings({ folder, rows, size, say }: Plan): Promise<Figure[]> {
  if (!rows.has('things') && !rows.has('imports') && !rows.has('agents')) return []
  return withInstallation(join(folder, 'things'), async (installation) => {
    const figures: Figure[] = []
    if (rows.has('things')) {
      say(`Filling ${size.toLocaleString('en')} things.`)
      figures.push(...(await measureThings(installation, size, withServer)))
    }
    if (rows.has('imports')) {
      say('Importing a list.')
      await withServer({ folder: installation.folder }, async (server) => {
        figures.push(...(await measureImports(installation, server, Math.min(size, 100_000))))
      })
    }
    if (rows.has('agents')) {
      say('Reporting as inventory agents.')
      await withServer({ folder: installation.folder }, async (server) => {
        figures.push(...(await measureAgents(installation, server)))
      })
    }
    return figures
  })
}
