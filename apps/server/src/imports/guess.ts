import { type ImportResource, importFieldsOf } from '@deskhand/contract'
import { headersOf, plainHeader } from './presets.ts'
import { words } from './words.ts'

/** A column of a list: what it is called, what stands in it, and what it is likely to be. */
export type Column = { header: string; samples: string[]; guess: string | null; warning: string | null }

/** What each column is likely to be: the best name of each field wins, and each field is found once. */
export function guessColumns(
  resource: ImportResource,
  header: readonly string[],
  samples: readonly (readonly string[])[],
): Column[] {
  const width = Math.max(header.length, ...samples.map((cells) => cells.length))
  const known = headersOf(resource)
  const plain = Array.from({ length: width }, (_, at) => plainHeader(header[at] ?? ''))
  const best = new Map<string, { at: number; rank: number }>()
  for (const [at, name] of plain.entries()) {
    const found = known.get(name)
    if (!found || plain.indexOf(name) < at) continue
    const other = best.get(found.field)
    if (!other || found.rank < other.rank) best.set(found.field, { at, rank: found.rank })
  }
  const guessed = new Map([...best].map(([field, { at }]) => [at, field]))
  return plain.map((name, at) => ({
    header: header[at] || words.nameless(at + 1),
    samples: [...new Set(samples.map((cells) => (cells[at] ?? '').trim()).filter((cell) => cell !== ''))]
      .slice(0, 3)
      .map((cell) => cell.slice(0, 120)),
    guess: guessed.get(at) ?? null,
    warning:
      name === ''
        ? words.blankHeader
        : plain.indexOf(name) < at
          ? words.sameHeader(plain.indexOf(name) + 1)
          : null,
  }))
}

/** What a list is of, by how many of its columns are known of each kind; null where none of them could be made of it. */
export function guessResource(
  header: readonly string[],
  samples: readonly (readonly string[])[],
  among: readonly ImportResource[],
): ImportResource | null {
  const [first] = among
    .map((resource) => {
      const known = guessColumns(resource, header, samples).flatMap(({ guess }) => guess ?? [])
      return { resource, known: known.length, isWhole: missingFields(resource, known).length === 0 }
    })
    .filter(({ isWhole }) => isWhole)
    .sort((one, other) => other.known - one.known)
  return first?.resource ?? null
}

/** How the days of a list are written: day first unless one can only be read month first. */
export function guessDayOrder(cells: Iterable<string>): 'DMY' | 'MDY' {
  for (const cell of cells) {
    const [, first = '', second = ''] = /^(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}\b/.exec(cell.trim()) ?? []
    if (Number(second) > 12) return 'MDY'
    if (Number(first) > 12) return 'DMY'
  }
  return 'DMY'
}

/** The fields that a mapping must have and has not, by what people call them. */
export function missingFields(resource: ImportResource, mapped: readonly string[]): string[] {
  const lacking = Object.entries(importFieldsOf(resource)).flatMap(([field, { label, isRequired }]) =>
    isRequired && !mapped.includes(field) ? [label] : [],
  )
  const has = (field: string) => mapped.includes(field)
  if (resource === 'assets' && !has('assetTag') && !has('serialNumber')) lacking.push('Tag')
  if (resource === 'assets' && !has('category') && !has('model')) lacking.push('Category')
  if (resource === 'people' && !has('fullName') && !(has('firstName') && has('lastName')))
    lacking.push('First name', 'Last name')
  return lacking
}
