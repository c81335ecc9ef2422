import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { sources } from './sources.ts'

/** A sentence for each path or script that a document names and that is not there. */
export function checkDocs(root: string): string[] {
  const complaints: string[] = []
  const manifest: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  for (const { path, text } of sources(root, /\.md$/)) {
    const prose = text.replace(/```[\s\S]*?```/g, (block) => block.replace(/[^\n]/g, ' '))
    for (const [, link = ''] of prose.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
      if (/^[a-z]+:/.test(link)) continue
      if (!existsSync(join(root, normalize(join(dirname(path), link)))))
        complaints.push(`${path}: the link to ${link} leads nowhere.`)
    }
    for (const [, named = ''] of prose.matchAll(
      /`((?:apps|packages|docs|tools|bench|e2e|\.ci)\/[\w./-]+)`/g,
    )) {
      if (!existsSync(join(root, named))) complaints.push(`${path}: ${named} does not exist.`)
    }
    for (const [, script = ''] of text.matchAll(/npm run ([a-z][\w-]*)/g)) {
      if (!(script in manifest.scripts)) complaints.push(`${path}: there is no script ${script}.`)
    }
    if (/\.(ts|tsx|sql):\d+/.test(text))
      complaints.push(`${path}: cites a line number; name the function instead.`)
  }
  for (const slice of [
    'identity',
    'companies',
    'people',
    'operations',
    'files',
    'desks',
    'forms',
    'requestDrafts',
    'requests',
    'bulk-edits',
    'absences',
    'cost-centers',
    'exchange-rates',
    'approval-policies',
    'approvals',
    'merges',
    'links',
    'successors',
    'corrections',
    'departments',
    'notifications',
    'mail',
    'search',
    'audit',
  ]) {
    const readme = `apps/server/src/${slice}/README.md`
    if (!existsSync(join(root, readme)))
      complaints.push(`${readme} is missing: ten lines on what, states, who, events.`)
  }
  return complaints
}
