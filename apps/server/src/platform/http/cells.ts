import { isMoney, type Money, minorDigits } from '@deskhand/contract'
import { z } from 'zod'
import { type Cell, dayCell, momentCell } from '../files/xlsx.ts'

/** By which of its fields people call a record. */
const naming = ['assetTag', 'name', 'referenceNumber', 'ref', 'title', 'label']

/** A column of a table: where in a row it stands, and what the contract says of it where it says so. */
export type Column = { path: readonly string[]; field?: z.ZodType }

/** The columns of a record: what has a name is one, what has none lies in its fields, `term` in `term.endsOn` and the rest. */
export const columnsOf = (shape: Record<string, z.ZodType>, path: readonly string[] = []): Column[] =>
  Object.entries(shape).flatMap(([name, field]): Column[] => {
    const here = [...path, name]
    const inner = innermost(field)
    if (
      inner instanceof z.ZodObject &&
      !naming.some((one) => one in inner.shape) &&
      !('amount' in inner.shape)
    )
      return columnsOf(inner.shape, here)
    // Of a part of a record these are nobody's business.
    return path.length > 0 && (name === 'id' || name === 'version') ? [] : [{ path: here, field }]
  })

export const valueAt = (row: unknown, { path }: Column): unknown =>
  path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    row,
  )

/** What people call it: a name, a number, an amount with its currency. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(cellOf).join('; ')
  if (typeof value !== 'object') return String(value)
  if (isMoney(value)) return `${pointed(value)} ${value.currency}`
  for (const name of naming) if (name in value) return cellOf(Reflect.get(value, name))
  // What has no name is told by its own words; a key of something else says nothing to a reader.
  const said = Object.entries(value).filter(([name]) => name !== 'id' && !name.endsWith('Id'))
  return said.length > 0 && said.every(([, one]) => typeof one !== 'object')
    ? said.map(([, one]) => String(one)).join(' ')
    : JSON.stringify(value)
}

/** The same where cells have kinds: numbers, amounts, days and moments as such, all else as its text. */
export function typedCellOf(value: unknown, field: z.ZodType | undefined): Cell {
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'string') {
    const type = innermost(field)
    if (type instanceof z.ZodISODate) return dayCell(value)
    return type instanceof z.ZodISODateTime ? momentCell(value) : value
  }
  if (!isMoney(value)) return cellOf(value)
  const digits = minorDigits(value.currency)
  const format = `#,##0${digits > 0 ? `.${'0'.repeat(digits)}` : ''}" ${value.currency}"`
  return { number: Number(pointed(value)), format }
}

function innermost(field: z.ZodType | undefined): z.ZodType | undefined {
  if (field instanceof z.ZodNullable || field instanceof z.ZodOptional)
    return innermost(field.unwrap() as z.ZodType)
  return field
}

/** `129900`, `EUR` → `1299.00` */
function pointed({ amount, currency }: Money): string {
  const digits = minorDigits(currency)
  const sign = amount.startsWith('-') ? '-' : ''
  const padded = amount.replace('-', '').padStart(digits + 1, '0')
  const cut = padded.length - digits
  return `${sign}${padded.slice(0, cut)}${digits > 0 ? `.${padded.slice(cut)}` : ''}`
}
