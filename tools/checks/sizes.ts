import { sources } from './sources.ts'

const banned = new Set(['utils', 'helpers', 'common', 'lib', 'manager', 'service', 'types'])
const generated = /schema\.ts$|openapi\.json$/

/** The longest a file may be, in lines. */
function most(path: string): number {
  if (/\.test\.tsx?$/.test(path) || path.startsWith('e2e/')) return 400
  if (path.startsWith('packages/contract/')) return 300
  return 250
}

/** A sentence for each file that is too long, too deep or badly named. */
export function checkSizes(root: string): string[] {
  const complaints: string[] = []
  for (const { path, text } of sources(root, /\.(tsx?|mjs|css)$/)) {
    if (generated.test(path)) continue
    const lines = text.split('\n').length - 1
    if (lines > most(path))
      complaints.push(`${path} has ${lines} lines; at most ${most(path)}. Cut it where it has two subjects.`)
    const parts = path.split('/')
    if (parts.length > 7) complaints.push(`${path} lies ${parts.length - 1} folders deep.`)
    for (const part of parts) {
      if (banned.has(part.replace(/\.\w+$/, '')))
        complaints.push(`${path}: "${part}" says nothing. Name it by what it holds.`)
    }
  }
  return complaints
}
