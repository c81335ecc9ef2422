import type { Route } from '@deskhand/contract'
import { TablePage, tableSample, tableTypes } from '../table.ts'
import { sample } from './sample.ts'
import type { JsonSchema, Schemas } from './schemas.ts'

const anyFile: JsonSchema = { type: 'string', format: 'binary' }

/** How files of these types begin; of what is not text, what stands for its bytes. */
const beginnings: Record<string, unknown> = {
  'application/json': { document: '{…}', algorithm: 'Ed25519', signature: 'mFh0…' },
  'application/pdf': '%PDF-1.7 …',
  'image/png': '\u0089PNG …',
  'image/svg+xml': '<svg xmlns="http://www.w3.org/2000/svg">…</svg>',
  'image/webp': 'RIFF … WEBP …',
  'text/csv': 'row,column,value\r\n2,Serial number,C02XK1ZFJGH5\r\n',
  'text/plain': 'IT-4921 · VPN drops every 20 minutes\n…',
  [tableTypes.xlsx]: 'PK … the same rows as a workbook',
  '*/*': 'the bytes of the file, as they came',
}

/** A file of this type, with how one begins. */
export function fileOf(type: string): { schema: JsonSchema; example: unknown } {
  const example = beginnings[type]
  if (example === undefined) throw new Error(`Say how a file of type ${type} begins.`)
  const schema = type.startsWith('text/')
    ? { type: 'string' }
    : type === 'application/json'
      ? { type: 'object' }
      : anyFile
  return { schema, example }
}

/** The form of an upload: the file, and what is said beside it. */
export function formOf({ fields }: Route, schemas: Schemas): object {
  const { properties = {} } = fields ? schemas.ofInput(fields) : {}
  const schema = { type: 'object', properties: { ...Object(properties), file: anyFile }, required: ['file'] }
  const said = fields ? sample(schemas.ofInput(fields), schemas.components) : {}
  return { 'multipart/form-data': { schema, example: { ...Object(said), file: fileOf('*/*').example } } }
}

/** How a list is taken out as a whole. */
export const formatParameter = {
  name: 'format',
  in: 'query',
  required: false,
  description: 'The whole list as a table, without pages; `Accept` says the same. Else JSON.',
  schema: { type: 'string', enum: ['csv', 'xlsx', 'json'] },
}

/** A list as tables, with the rows of its example. */
export const tableContents = (route: Route, example: unknown) => ({
  [tableTypes.csv]: { schema: { type: 'string' }, example: tableSample(route, TablePage.parse(example)) },
  [tableTypes.xlsx]: fileOf(tableTypes.xlsx),
})
