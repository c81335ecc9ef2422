import { Tag } from '@deskhand/contract'
import { words } from './words.ts'

export type ImportLine = { name: string; aliases: string[] }
export type ImportFault = { line: number; reason: string }

const mostLines = 2_000

/** `vpn, "remote access", tunnel` → its words; quotes as in RFC 4180. */
function cellsOf(line: string): string[] {
  const cells: string[] = []
  const cell = /\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(?:,|$)/y
  while (cell.lastIndex < line.length) {
    const found = cell.exec(line)
    if (!found) return [line]
    cells.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim())
  }
  return cells.filter((one) => one !== '')
}

/** What a pasted list says: one tag a line, its other names behind commas. A first line "tag" or "name" is a heading. */
export function readImport(csv: string): { lines: ImportLine[]; faults: ImportFault[] } {
  const rows = csv.split(/\r\n|\r|\n/)
  const faults: ImportFault[] = []
  const lines: ImportLine[] = []
  const seen = new Set<string>()
  for (const [at, row] of rows.entries()) {
    const line = at + 1
    const cells = cellsOf(row.replaceAll(';', ','))
    if (cells.length === 0 || (at === 0 && /^(?:tag|name|label)s?$/i.test(cells[0] ?? ''))) continue
    if (lines.length >= mostLines) {
      faults.push({ line, reason: words.tooMany })
      break
    }
    const parsed = cells.map((cell) => Tag.safeParse(cell))
    if (parsed.some(({ success }) => !success)) {
      faults.push({ line, reason: words.tooLong })
      continue
    }
    const [name = '', ...others] = parsed.map(({ data }) => data ?? '')
    const aliases = [...new Set(others)].filter((alias) => alias !== name)
    if ([name, ...aliases].some((word) => seen.has(word))) {
      faults.push({ line, reason: words.twice })
      continue
    }
    for (const word of [name, ...aliases]) seen.add(word)
    lines.push({ name, aliases })
  }
  return { lines, faults }
}
