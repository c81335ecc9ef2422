import { open as openFile } from 'node:fs/promises'
import { type Delimiter, lookAtCsv, type Row, readCsv } from './csv.ts'
import type { Encoding } from './encoding.ts'
import { fileWords, refuseFile } from './fault.ts'
import { limits } from './limits.ts'
import { lookAtXlsx, readXlsx } from './xlsx.ts'

/** What a file turned out to be; enough to read it again. */
export type Form =
  | { format: 'csv'; encoding: Encoding; delimiter: Delimiter }
  | { format: 'xlsx'; sheet: string }

/** What a file is, by its bytes; what it is called does not matter. */
export async function lookAt(path: string): Promise<Form> {
  const head = await headOf(path)
  if (head.length === 0) throw refuseFile(fileWords.empty)
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004')
    return { format: 'xlsx', sheet: await lookAtXlsx(path) }
  if (head.subarray(0, 4).toString('hex') === 'd0cf11e0') throw refuseFile(fileWords.old)
  const form = await lookAtCsv(path)
  if (form.encoding === 'windows-1252' && isBinary(head)) throw refuseFile(fileWords.binary)
  return { format: 'csv', ...form }
}

/** Texts have no other controls than tab, line ends and, from old mainframes, form feed and end of file. */
const isBinary = (head: Buffer) =>
  head.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b].includes(byte))

async function headOf(path: string): Promise<Buffer> {
  const file = await openFile(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4_096), 0, 4_096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** The header of a table, and the rows below it, those without anything in them left out. */
export type Table = { header: string[]; headerRow: number; rows: AsyncGenerator<Row> }

/** Reads a file as a table. The first row that says something is its header. */
export async function readTable(path: string, form: Form): Promise<Table> {
  const all = seen(form.format === 'xlsx' ? readXlsx(path) : readCsv(path, form.encoding, form.delimiter))
  const first = await all.next()
  if (first.done) throw refuseFile(fileWords.empty)
  const { row, cells } = first.value
  const header = trimmedEnd(cells.map((cell) => clean(cell).trim()))
  return { header, headerRow: row, rows: below(all, header.length, form.format) }
}

async function* seen(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  for await (const one of rows) if (one.cells.some((cell) => cell.trim() !== '')) yield one
}

/** A row as long as its header, where nothing is lost by it. Workbooks leave out what is empty at the end of a row. */
async function* below(all: AsyncIterable<Row>, width: number, format: Form['format']): AsyncGenerator<Row> {
  let count = 0
  for await (const { row, cells } of all) {
    count++
    if (count > limits.rows) throw refuseFile(fileWords.rows(limits.rows))
    const kept = cells.length > width ? trimmedEnd(cells, width) : [...cells]
    while (format === 'xlsx' && kept.length < width) kept.push('')
    yield { row, cells: kept.map(clean) }
  }
}

function trimmedEnd(cells: readonly string[], least = 0): string[] {
  let length = cells.length
  while (length > least && (cells[length - 1] ?? '').trim() === '') length--
  return cells.slice(0, length)
}

/** PostgreSQL keeps no NUL; one becomes the sign for what cannot be read, and the field that it stands in says so. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const clean = (cell: string) => cell.replace(/\u0000/g, '\ufffd').toWellFormed()
