import { Readable } from 'node:stream'
import { headingOf, type Route } from '@deskhand/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { csvLines } from '../files/csv.ts'
import { attachmentHeader } from '../files/names.ts'
import { xlsxOf } from '../files/xlsx.ts'
import { newId } from '../ids.ts'
import type { RecordEvent } from '../log/record.ts'
import { type Column, cellOf, columnsOf, typedCellOf, valueAt } from './cells.ts'
import type { Rendered } from './render.ts'

/** So many rows at a time are in memory, and in one transaction. */
const atOnce = 200
/** What is more is not for a spreadsheet; the last line says so. */
const mostRows = 1_000_000

/** One page of the list in a transaction of its own; `begin` records within the first. */
export type ReadPage = (query: object, begin?: (record: RecordEvent) => void) => Promise<Rendered>

/** How a list can be taken out of the house, and what it then is. */
export const tableTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
type TableKind = keyof typeof tableTypes

const Format = z.object({ format: z.enum(['csv', 'xlsx', 'json']) })
export const TablePage = z.object({
  data: z.array(z.record(z.string(), z.unknown())),
  /** Short lists come whole. */
  page: z.object({ next: z.string().nullable() }).default({ next: null }),
})

/** Whether a list is asked for as a table: by `?format=`, else by Accept. Null where the route has no rows to give. */
export function wantsTable(
  route: Route,
  { query, headers }: Pick<FastifyRequest, 'query' | 'headers'>,
): TableKind | 'json' | null {
  if (!route.exports) return null
  const said = Format.safeParse(query).data?.format
  if (said) return said
  const [wanted] = (headers.accept ?? '')
    .trim()
    .toLowerCase()
    .split(/[\s,;]/)
  return wanted === tableTypes.csv ? 'csv' : wanted === tableTypes.xlsx ? 'xlsx' : null
}

export const withoutFormat = (query: unknown): object =>
  Object.fromEntries(Object.entries(query ?? {}).filter(([name]) => name !== 'format'))

/**
 * Sends all rows of a list, page after page as the reader takes them, with the list's own filters, order and door. The
 * columns are the fields of the contract, called as its pages call them. A refusal comes as a problem, because the first page is read before anything
 * is sent.
 */
export async function sendTable(
  route: Route,
  kind: TableKind,
  query: unknown,
  read: ReadPage,
  reply: FastifyReply,
): Promise<void> {
  const asked = Object.fromEntries(
    Object.entries(query ?? {}).filter(([name, value]) => name !== 'cursor' && value !== undefined),
  )
  const portion = route.query instanceof z.ZodObject && 'limit' in route.query.shape ? { limit: atOnce } : {}
  const pageAfter = async (cursor: string | null, begin?: (record: RecordEvent) => void) =>
    TablePage.parse(JSON.parse((await read({ ...asked, ...portion, ...(cursor && { cursor }) }, begin)).body))
  const { limit: _, ...filters } = asked
  const first = await pageAfter(null, (record) =>
    record('list.exported', { type: 'export', id: newId(), ref: route.path.slice(1) }, { query: filters }),
  )
  const columns = fieldsOf(route, first.data)
  const heads = columns.map(({ path }) => headingOf(path.join('.')))

  /** A page of the list at a time; the last line says where it was cut. */
  async function* portions<C>(
    cell: (value: unknown, field?: z.ZodType) => C,
  ): AsyncGenerator<(C | string)[][]> {
    let count = 0
    for (let page = first; ; page = await pageAfter(page.page.next)) {
      count += page.data.length
      yield page.data.map((row) => columns.map((column) => cell(valueAt(row, column), column.field)))
      if (!page.page.next) return
      if (count >= mostRows) {
        yield [[`Only the first ${count} rows are here. Narrow the list by a filter for the others.`]]
        return
      }
    }
  }
  async function* lines() {
    yield `\uFEFF${csvLines([heads])}`
    for await (const rows of portions(cellOf)) yield csvLines(rows)
  }
  const name = route.path.split('/').at(-1) ?? 'list'
  reply
    .headers({
      'content-type': kind === 'csv' ? `${tableTypes.csv}; charset=utf-8` : tableTypes.xlsx,
      'content-disposition': attachmentHeader(`${name}.${kind}`),
      'x-content-type-options': 'nosniff',
    })
    .send(kind === 'csv' ? Readable.from(lines()) : xlsxOf(name, heads, portions(typedCellOf)))
}

/** The first lines of the table that this answer would be. */
export function tableSample(route: Route, { data }: z.infer<typeof TablePage>): string {
  const columns = fieldsOf(route, data)
  const heads = columns.map(({ path }) => headingOf(path.join('.')))
  return csvLines([heads, ...data.map((row) => columns.map((column) => cellOf(valueAt(row, column))))])
}

/** The fields of a row as the contract names them; those that it leaves open, as the first rows have them. */
function fieldsOf({ reply }: Route, rows: readonly Record<string, unknown>[]): Column[] {
  const data = reply instanceof z.ZodObject ? reply.shape['data'] : null
  const row = data instanceof z.ZodArray ? data.element : null
  if (row instanceof z.ZodObject) return columnsOf(row.shape)
  return [...new Set(rows.flatMap((one) => Object.keys(one)))].map((name) => ({ path: [name] }))
}
