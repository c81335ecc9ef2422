import * as z from 'zod'
import { importResources } from './importFields.ts'
import { command, event, instant, list, read, uuid } from './kit.ts'
import { Currency } from './money.ts'

/** UPLOADED until it is checked; CHECKED with or without faults; DONE or STOPPED (before its end) once it was run. */
export const ImportState = z.enum(['UPLOADED', 'CHECKING', 'CHECKED', 'IMPORTING', 'DONE', 'STOPPED'])
export type ImportState = z.output<typeof ImportState>

const resource = z.enum(importResources)

/** A column of the list: what it is called, the first that stands in it, which field it is likely to be. */
export const ImportColumn = z.strictObject({
  header: z.string(),
  samples: z.array(z.string()),
  guess: z.string().nullable(),
  /** It has no name, or that of another column. */
  warning: z.string().nullable(),
})

/** What is wrong with a row, or with one cell of it. */
export const ImportFault = z.strictObject({
  /** As a spreadsheet counts: the header is usually 1. */
  row: z.int(),
  /** Its name in the list; null where the row as a whole is meant. */
  column: z.string().nullable(),
  /** What stands there, shortened. */
  cell: z.string().nullable(),
  message: z.string(),
})
export type ImportFault = z.output<typeof ImportFault>

/** Named in the list and not there yet: made along with it. */
export const ImportMade = z.strictObject({
  /** `category`, `model`, `manufacturer`, `location` */
  kind: z.string(),
  count: z.int(),
  /** The first twenty. */
  names: z.array(z.string()),
})

const settings = {
  /** By column: the field of `importFields` that it is, or null where it is left out. */
  mapping: z.array(z.string().max(40).nullable()).max(250),
  /** How days such as 03/04/2026 are meant. */
  dayOrder: z.enum(['DMY', 'MDY']),
  /** Of prices that name none. */
  currency: Currency,
  /** What becomes of rows that are there already. */
  existing: z.enum(['UPDATE', 'SKIP']),
  /** Whether categories, models, makers and places that are named and not there are made. */
  makesMissing: z.boolean(),
}

export const Import = z.strictObject({
  id: uuid,
  resource,
  fileName: z.string(),
  size: z.int(),
  format: z.enum(['csv', 'xlsx']),
  /** Of a CSV text. */
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  /** The sheet of a workbook that is read. */
  sheet: z.string().nullable(),
  /** Which program the list comes from, where its headers say so. */
  preset: z.string().nullable(),
  state: ImportState,
  columns: z.array(ImportColumn),
  ...settings,
  /** Fields that the list must have and that no column is mapped to, by what people call them. */
  missing: z.array(z.string()),
  /** Rows that the check, or the import, has gone through. */
  doneRows: z.int(),
  /** How many there are; null until the first check ends. */
  rowCount: z.int().nullable(),
  /** How rows fare: as checked, and once it runs, as imported. */
  newCount: z.int(),
  changedCount: z.int(),
  unchangedCount: z.int(),
  faultyCount: z.int(),
  makes: z.array(ImportMade),
  /** The first ten of `faultCount`; the report has all. */
  faults: z.array(ImportFault),
  faultCount: z.int(),
  /** Why the file as a whole cannot be imported. */
  problem: z.string().nullable(),
  operationId: uuid.nullable(),
  /** Null where it cannot be undone now. */
  undoableUntil: instant.nullable(),
  /** The undoing of it, as far as it is. */
  undo: z
    .strictObject({
      operationId: uuid,
      state: z.enum(['RUNNING', 'DONE', 'CANCELLED']),
      total: z.int(),
      changed: z.int(),
      refused: z.int(),
      byName: z.string(),
    })
    .nullable(),
  createdByName: z.string(),
  createdAt: instant,
  endedAt: instant.nullable(),
  version: z.int(),
})
export type Import = z.output<typeof Import>

/** Which lists one may import, and sees, is told by `importPermissions`. */
const may = 'assets.work'

export const imports = {
  list: read('GET /imports', {
    may,
    summary: 'The last hundred imports of what one may import, newest first',
    reply: list(Import),
  }),
  upload: command('POST /imports', {
    may,
    summary: 'Upload a list: multipart, `resource` and one part named `file` (CSV or .xlsx)',
    description:
      'Encoding, delimiter and sheet are found out; each column comes back with samples and a guess. Lists that Snipe-IT exports are recognised. `resource` may be left out where the headers say what is listed. Nothing is imported yet.',
    reply: Import,
    status: 201,
    upload: true,
    fields: z.strictObject({ resource: resource.optional() }),
    rate: 'upload',
    errors: [413, 415, 422],
    events: ['import.uploaded'],
  }),
  get: read('GET /imports/:id', {
    may,
    summary: 'One import: its columns and mapping, how far it is, the first faults',
    reply: Import,
  }),
  setMapping: command('PUT /imports/:id/mapping', {
    may,
    summary: 'Say which column is which field, and how days, prices and what exists are meant',
    body: z.strictObject(settings).partial().required({ mapping: true }),
    reply: Import,
    errors: [409, 412, 422],
    events: ['import.mapped'],
    example: { body: { mapping: ['assetTag', 'model', null, 'serialNumber'] } },
  }),
  dryRun: command('POST /imports/:id/dry-run', {
    may,
    summary: 'Check all rows and change nothing; runs on, look at `state` and the counts',
    reply: Import,
    status: 202,
    errors: [409, 422],
    events: ['import.check_begun'],
  }),
  commit: command('POST /imports/:id/commit', {
    may,
    summary: 'Import what was checked, as one deed that can be undone for 24 hours',
    description:
      'Where rows have faults nothing happens; `rest: true` imports the others. Each row comes in whole or not at all. It runs on; `POST /operations/:operationId/cancel` stops it, `POST /undo/:operationId` takes it back.',
    body: z.strictObject({ rest: z.boolean().default(false) }),
    reply: Import,
    status: 202,
    errors: [409],
    events: ['import.begun'],
  }),
  report: read('GET /imports/:id/faults.csv', {
    may,
    summary: 'Every fault by row and column, as a table; cells that would be formulas are disarmed',
    download: ['text/csv'],
  }),
}

const counts = z.strictObject({
  newCount: z.int(),
  changedCount: z.int(),
  unchangedCount: z.int(),
  faultyCount: z.int(),
})
const of = z.strictObject({ resource })

export const importEvents = {
  'import.uploaded': event('person', '{actor} uploaded the list {ref}', of),
  'import.mapped': event('person', '{actor} said what the columns of {ref} are', z.strictObject({})),
  'import.check_begun': event('person', '{actor} had the list {ref} checked', z.strictObject({})),
  'import.checked': event('person', 'The list {ref} was checked', counts),
  'import.begun': event(
    'person',
    '{actor} began to import {ref}',
    z.strictObject({ operationId: uuid, total: z.int() }),
  ),
  'import.progressed': event('person', '{ref} goes on', z.strictObject({ doneRows: z.int() })),
  'import.made': event(
    'person',
    '{actor} made what {ref} names',
    z.strictObject({ made: z.record(z.string(), z.array(z.string())) }),
  ),
  'import.ended': event('person', '{actor} imported {ref}', counts),
  'import.undo_begun': event(
    'person',
    '{actor} began to undo the import of {ref}',
    z.strictObject({ operationId: uuid, undoesId: uuid }),
  ),
  'import.undone': event(
    'person',
    '{actor} undid the import of {ref}',
    z.strictObject({ changed: z.int(), refused: z.int() }),
  ),
}
