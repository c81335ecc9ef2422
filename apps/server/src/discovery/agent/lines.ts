import { createHash } from 'node:crypto'
import { words } from '../words.ts'
import { Fault } from './fault.ts'
import { sections } from './sections.ts'

export type Line = Record<string, string | number | boolean>
export type Row = Record<string, unknown>

/** More than any device has; what is beyond is left out. */
const most = { lines: 2_000, text: 300, software: 20_000 }

/** The lines of a part as JSON gives them (objects, or one) or XML (one where there is one); a fault for anything else. */
export function rowsOf(value: unknown, name: string): Row[] {
  const all = Array.isArray(value) ? value : [value]
  return all.flatMap((row) => {
    // An empty element of XML is an empty text, which is no line.
    if (row === '' || row === null) return []
    if (typeof row !== 'object' || Array.isArray(row)) throw new Fault('unreadable', words.wrongPart(name))
    return [row as Row]
  })
}

/** A line of text as the database can keep it; nothing where there is nothing to see. */
export function textOf(value: unknown, max = most.text): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return null
  const clean = value.toWellFormed().replace(unseen, ' ').trim()
  return clean === '' ? null : clean.slice(0, max).toWellFormed()
}
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu

export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' ? Number.parseFloat(value) : value
  return typeof number === 'number' && Number.isFinite(number) && Math.abs(number) < 1e15 ? number : null
}

export const flagOf = (value: unknown): boolean | null =>
  value === undefined || value === ''
    ? null
    : value === true || value === 1 || value === '1' || value === 'true'

const readers = { text: textOf, number: numberOf, flag: flagOf }

/** The parts that a report speaks of, each with its lines in our words. */
export function readSections(content: Row): Map<string, Line[]> {
  const found = new Map<string, Line[]>()
  for (const [name, { from, fields }] of Object.entries(sections)) {
    const said = from.find((key) => content[key] !== undefined)
    if (said === undefined) continue
    const lines = rowsOf(content[said], said)
      .slice(0, most.lines)
      .map((row) => lineOf(row, fields))
      .filter((line) => Object.keys(line).length > 0)
    found.set(name, lines)
  }
  return found
}

function lineOf(row: Row, fields: (typeof sections)[string]['fields']): Line {
  const line: Line = {}
  for (const [name, { from, kind }] of Object.entries(fields)) {
    for (const key of from) {
      const value = readers[kind](row[key])
      if (value === null) continue
      line[name] = value
      break
    }
  }
  return line
}

/** One installed title as reported. */
export type Installed = {
  name: string
  publisher: string | null
  version: string
  installedOn: string | null
}

export function readSoftware(content: Row): Installed[] | null {
  if (content['softwares'] === undefined) return null
  return rowsOf(content['softwares'], 'softwares')
    .slice(0, most.software)
    .flatMap((row) => {
      const name = textOf(row['name'], 200)
      if (!name) return []
      const day = textOf(row['install_date'] ?? row['installdate'])
      return [
        {
          name,
          publisher: textOf(row['publisher'], 120),
          version: textOf(row['version'], 80) ?? '',
          installedOn: dayOf(day),
        },
      ]
    })
}

/** `2019-12-19`, also of `19/12/2019` and of a moment; nothing where it is no day. */
export function dayOf(text: string | null): string | null {
  if (!text) return null
  const [, year, month, day] = text.match(/^(\d{4})-(\d\d)-(\d\d)/) ?? text.match(/^()$/) ?? []
  const [, d, m, y] = text.match(/^(\d\d)\/(\d\d)\/(\d{4})/) ?? []
  const written = year ? `${year}-${month}-${day}` : y ? `${y}-${m}-${d}` : null
  if (!written || Number(written.slice(0, 4)) < 1970) return null
  const time = Date.parse(`${written}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written ? null : written
}

/** The same lines give the same hash, so that what has not changed is not written again. */
export const hashOf = (lines: unknown): Buffer =>
  createHash('sha256').update(JSON.stringify(lines)).digest().subarray(0, 16)
