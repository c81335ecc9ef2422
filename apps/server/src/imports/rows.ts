import { join } from 'node:path'
import { importFieldsOf } from '@deskhand/contract'
import { Stop } from '../platform/stop.ts'
import type { ImportRecord } from './access.ts'
import { convert, type Value } from './convert.ts'
import { readTable } from './reading/open.ts'
import { runs } from './reading/places.ts'
import type { Resource } from './resources.ts'
import { words } from './words.ts'

/** What is wrong with a row; `field` is the cell that is meant, null the row as a whole. */
export type RowFault = { field: string | null; message: string }

/** A row as it was read: what its cells say, what they hold, and what is wrong with them so far. */
export type Said = {
  row: number
  values: Record<string, Value>
  cells: Record<string, string>
  faults: RowFault[]
}

type Reading = Pick<ImportRecord, 'resource' | 'form' | 'mapping' | 'dayOrder' | 'currency' | 'filePlace'>

/** The rows of a list by its mapping, so many at a time; memory holds one such piece, and of few workbooks what they share. */
export async function* readRows(folder: string, list: Reading, piece: number): AsyncGenerator<Said[]> {
  const leave = list.form.format === 'xlsx' ? await runs.take() : null
  try {
    yield* pieces(folder, list, piece)
  } finally {
    leave?.()
  }
}

/** As `readRows`, in the order of the resource where it has one of its own. */
export async function* rowsOf(
  folder: string,
  list: Reading,
  { piece, order, most = 0 }: Pick<Resource, 'piece' | 'order' | 'most'>,
): AsyncGenerator<Said[]> {
  if (!order) return yield* readRows(folder, list, piece)
  const all: Said[] = []
  for await (const rows of readRows(folder, list, 500)) {
    all.push(...rows)
    if (all.length > most) throw new Stop('rule', words.tooManyRows(most))
  }
  const inOrder = order(all)
  for (let at = 0; at < inOrder.length; at += piece) yield inOrder.slice(at, at + piece)
}

async function* pieces(folder: string, list: Reading, piece: number): AsyncGenerator<Said[]> {
  const { header, rows } = await readTable(join(folder, 'attachments', list.filePlace ?? ''), list.form)
  const known = importFieldsOf(list.resource)
  const mapped = list.mapping.flatMap((field, at) =>
    field && known[field] ? [{ field, at, kind: known[field].kind }] : [],
  )
  const habits = { dayOrder: list.dayOrder, currency: list.currency }
  let ready: Said[] = []
  for await (const { row, cells } of rows) {
    const said: Said = { row, values: {}, cells: {}, faults: [] }
    if (cells.length !== header.length)
      said.faults.push({ field: null, message: words.ragged(cells.length, header.length) })
    for (const { field, at, kind } of mapped) {
      const cell = cells[at] ?? ''
      const read = convert(cell, kind, habits)
      said.cells[field] = cell
      if ('problem' in read) said.faults.push({ field, message: read.problem })
      else if (known[field]?.isRequired && read.value === null)
        said.faults.push({ field, message: words.needed })
      else said.values[field] = read.value
    }
    if (ready.push(said) === piece) {
      yield ready
      ready = []
    }
  }
  if (ready.length > 0) yield ready
}
