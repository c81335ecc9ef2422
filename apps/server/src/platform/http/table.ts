import { Readable } from 'node:stream'
import { headingOf, minorDigits, type Route } from '@deskhand/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { csvLines } from '../files/csv.ts'
import { attachmentHeader } from '../files/names.ts'
import { newId } from '../ids.ts'
import type { RecordEvent } from '../log/record.ts'
import type { Rendered } from './render.ts'

/** So many rows at a time are in memory, and in one transaction. */
const atOnce = 200
/** What is more is not for a spreadsheet; the last line says so. */
const mostRows = 1_000_000

/** One page of the list in a transaction of its own; `begin` records within the first. */
export type ReadPage = (query: object, begin?: (record: RecordEvent) => void) => Promise<Rendered>

const Format = z.object({ format: z.enum(['csv', 'json']) })
const Page = z.object({
  data: z.array(z.record(z.string(), z.unknown())),
  page: z.object({ next: z.string().nullable() }),
})

/** Whether a list is asked for as a table: by `?format=`, else by Accept. Null where the route has no rows to give. */
export function wantsTable(
  route: Route,
  { query, headers }: Pick<FastifyRequest, 'query' | 'headers'>,
): 'csv' | 'json' | null {
  if (!route.exports) return null
  const said = Format.safeParse(query).data?.format
  return said ?? (/^\s*text\/csv\b/i.test(headers.accept ?? '') ? 'csv' : null)
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
  query: unknown,
  read: ReadPage,
  reply: FastifyReply,
): Promise<void> {
  const asked = Object.fromEntries(
    Object.entries(query ?? {}).filter(([name, value]) => name !== 'cursor' && value !== undefined),
  )
  const pageAfter = async (cursor: string | null, begin?: (record: RecordEvent) => void) =>
    Page.parse(JSON.parse((await read({ ...asked, limit: atOnce, ...(cursor && { cursor }) }, begin)).body))
  const { limit: _, ...filters } = asked
  const first = await pageAfter(null, (record) =>
    record('list.exported', { type: 'export', id: newId(), ref: route.path.slice(1) }, { query: filters }),
  )
  const columns = columnsOf(route, first.data)

  async function* lines() {
    yield `\uFEFF${csvLines([columns.map(headingOf)])}`
    let count = 0
    for (let page = first; ; page = await pageAfter(page.page.next)) {
      count += page.data.length
      yield csvLines(page.data.map((row) => columns.map((column) => cellOf(row[column]))))
      if (!page.page.next) return
      if (count >= mostRows) {
        yield csvLines([
          [`Only the first ${count} rows are here. Narrow the list by a filter for the others.`],
        ])
        return
      }
    }
  }
  reply
    .headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachmentHeader(`${route.path.split('/').at(-1) ?? 'list'}.csv`),
      'x-content-type-options': 'nosniff',
    })
    .send(Readable.from(lines()))
}

/** The fields of a row as the contract names them; those that it leaves open, as the first rows have them. */
function columnsOf({ reply }: Route, rows: readonly Record<string, unknown>[]): string[] {
  const data = reply instanceof z.ZodObject ? reply.shape['data'] : null
  const row = data instanceof z.ZodArray ? data.element : null
  if (row instanceof z.ZodObject) return Object.keys(row.shape)
  return [...new Set(rows.flatMap((one) => Object.keys(one)))]
}

/** What people call it: a name, a number, an amount with its currency. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(cellOf).join('; ')
  if (typeof value !== 'object') return String(value)
  if ('amount' in value && 'currency' in value) return amountOf(String(value.amount), String(value.currency))
  for (const name of ['name', 'referenceNumber', 'ref', 'title', 'label'])
    if (name in value) return cellOf(Reflect.get(value, name))
  return JSON.stringify(value)
}

/** `129900`, `EUR` → `1299.00 EUR` */
function amountOf(minor: string, currency: string): string {
  const digits = minorDigits(currency)
  const [, sign = '', figures = ''] = minor.match(/^(-?)(\d+)$/) ?? []
  const padded = figures.padStart(digits + 1, '0')
  const cut = padded.length - digits
  return `${sign}${padded.slice(0, cut)}${digits > 0 ? `.${padded.slice(cut)}` : ''} ${currency}`
}
