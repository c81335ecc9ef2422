import { Readable } from 'node:stream'
import { CsvError, type Options, parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { type Encoding, encodingOf, textOf } from './encoding.ts'
import { fileWords, refuseFile } from './fault.ts'
import { limits } from './limits.ts'

export type Delimiter = ',' | ';' | '\t' | '|'
const delimiters: Delimiter[] = [',', ';', '\t', '|']

/** A row as a spreadsheet counts them: the first is 1, blank ones count. */
export type Row = { row: number; cells: string[] }

const options: Options = {
  // All three in any mixture: what one program wrote and another one appended to has two kinds.
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  // `19" monitor` stands unquoted in more lists than one would think.
  relax_quotes: true,
  skip_empty_lines: false,
  max_record_size: limits.row,
}

/** The rows of a CSV text one after the other; memory holds a few of them at a time. */
export async function* readCsv(path: string, encoding: Encoding, delimiter: Delimiter): AsyncGenerator<Row> {
  const parser = parse({ ...options, delimiter })
  const source = Readable.from(withoutHint(textOf(path, encoding)))
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row++
      if (cells.length > limits.columns && cells.slice(limits.columns).some((cell) => cell.trim() !== ''))
        throw refuseFile(fileWords.columns(limits.columns))
      if (cells.some((cell) => cell.length > limits.cell)) throw refuseFile(fileWords.cell(row, limits.cell))
      yield { row, cells }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') throw refuseFile(fileWords.quote(row + 1))
    throw refuseFile(row === 0 ? fileWords.columns(limits.columns) : fileWords.row(row + 1))
  } finally {
    source.destroy()
    parser.destroy()
  }
}

/** Excel's own first line that names the delimiter, such as `sep=;`. */
const hint = /^sep=([,;\t|])\r?\n?/i

async function* withoutHint(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let isFirst = true
  for await (const piece of pieces) {
    yield isFirst ? piece.replace(hint, '') : piece
    isFirst = false
  }
}

/** How a CSV text is written and what divides its cells. */
export async function lookAtCsv(path: string): Promise<{ encoding: Encoding; delimiter: Delimiter }> {
  const encoding = await encodingOf(path)
  let head = ''
  for await (const piece of textOf(path, encoding, 65_535)) head += piece
  return { encoding, delimiter: delimiterOf(head) }
}

/**
 * What divides the cells: whatever cuts the first rows into the same number of cells, the more the better. A text of
 * one column has none; a comma then does no harm.
 */
export function delimiterOf(head: string): Delimiter {
  const said = hint.exec(head)?.[1]
  if (said) return said as Delimiter
  const scores = delimiters.map((delimiter) => ({ delimiter, score: score(head, delimiter) }))
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter
}

function score(head: string, delimiter: Delimiter): number {
  const counts = firstRows(head, delimiter)
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .map((cells) => cells.length)
  const [header = 1] = counts
  if (header < 2) return 0
  // A row or two may be ragged; a wrong delimiter makes nearly all of them so.
  const alike = counts.filter((count) => count === header).length / counts.length
  return alike * alike * Math.log2(header + 1)
}

function firstRows(head: string, delimiter: Delimiter): string[][] {
  const rows: string[][] = []
  try {
    parseAtOnce(head, {
      ...options,
      delimiter,
      to: 30,
      on_record: (cells: string[]) => {
        rows.push(cells)
        return null
      },
    })
  } catch {
    // The head may end inside a quoted cell; what came before it counts.
  }
  return rows
}
