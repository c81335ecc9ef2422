import { dirname, join, normalize } from 'node:path'
import { sources } from './sources.ts'

/** The three shelves of docs/map.md. Records never call a watcher: they record, and watchers react. */
const shelves = {
  ground: ['identity', 'companies', 'people', 'calendars', 'operations', 'agreements', 'absences'],
  records: [
    'desks',
    'forms',
    'floor-plans',
    'found',
    'custom-fields',
    'escalation-policies',
    'requests',
    'requestDrafts',
    'files',
    'snoozes',
    'approvals',
    'presence',
    'entries',
    'participants',
    'drafts',
    'chat',
    'transcripts',
    'incidents',
    'plans',
    'tasks',
    'teams',
    'times',
    'macros',
    'bulk-edits',
    'corrections',
    'journeys',
    'payments',
    'leave',
    'departments',
    'assignees',
    'lookalikes',
    'anonymous-reports',
    'assets',
    'asset-files',
    'disposals',
    'asset-relations',
    'insurance-claims',
    'custody-certificates',
    'asset-catalogue',
    'locations',
    'imports',
    'custody',
    'acceptances',
    'equipment',
    'request-assets',
    'scan-sessions',
    'kits',
    'stock-takes',
    'asset-reservations',
    'labels',
    'discovery',
    'software',
    'stock',
    'licences',
    'certificates',
  ],
  watchers: [
    'access-explain',
    'alerts',
    'asset-reports',
    'asset-timeline',
    'sla',
    'rules',
    'webhooks',
    'progress',
    'previews',
    'surveys',
    'notifications',
    'mail',
    'search',
    'audit',
    'realtime',
  ],
}
type Shelf = keyof typeof shelves
const open: Record<Shelf, Shelf[]> = {
  ground: ['ground'],
  records: ['ground', 'records'],
  watchers: ['ground', 'records', 'watchers'],
}

const shelfOf = (slice: string): Shelf | undefined =>
  (Object.keys(shelves) as Shelf[]).find((shelf) => shelves[shelf].includes(slice))

/** Files of another slice that may be imported: its door, its verbs and what they decide by. */
const doors = /^(access|rules|words)\.ts$|^(commands|queries)\//

/** A sentence for each import that the house does not allow. */
export function checkImports(root: string): string[] {
  const complaints: string[] = []
  for (const { path, text } of sources(root, /^(apps|packages)\/.*\.tsx?$/)) {
    if (/\.test\.tsx?$|\/testing\/|vite\.config\.ts$/.test(path)) continue
    for (const [, target = ''] of text.matchAll(/^(?:import|export)[^'"]*?from\s+['"]([^'"]+)['"]/gm)) {
      const complaint = judge(path, target)
      if (complaint) complaints.push(`${path}: ${complaint}`)
    }
  }
  return complaints
}

function judge(path: string, target: string): string | null {
  if (path.startsWith('packages/contract/')) {
    return target === 'zod' || target.startsWith('./')
      ? null
      : `the contract may import zod and itself, not ${target}.`
  }
  if (path.startsWith('apps/web/')) {
    return target.startsWith('node:') ||
      target.includes('apps/server') ||
      target.startsWith('@deskhand/server')
      ? `the web runs in a browser; it cannot import ${target}.`
      : null
  }
  if (!target.startsWith('.')) return null
  const [, from = ''] = path.match(/^apps\/server\/src\/([^/]+)\//) ?? []
  const [, to = '', rest = ''] =
    normalize(join(dirname(path), target)).match(/^apps\/server\/src\/([^/]+)\/(.*)$/) ?? []
  if (!from || !to || from === to) return null
  if (from === 'platform') return `the platform knows no product nouns, so not ${to}.`
  const mine = shelfOf(from)
  const theirs = shelfOf(to)
  if (!mine || !theirs) return null
  if (!open[mine].includes(theirs))
    return `${from} (${mine}) may not call ${to} (${theirs}); record an event and let it react.`
  if (mine !== 'ground' && !doors.test(rest))
    return `of ${to} only access, rules, words, commands and queries may be used, not ${rest}.`
  return null
}
