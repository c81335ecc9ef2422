import {
  type Import,
  type ImportResource,
  importPermissions,
  importResources,
  undoWindow,
} from '@deskhand/contract'
import type { Actor } from '../platform/actor.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import type { Column } from './guess.ts'
import { missingFields } from './guess.ts'
import type { Form } from './reading/open.ts'
import { words } from './words.ts'

type Made = Record<string, { count: number; names: string[] }>

/** An import as commands and jobs hold it. */
export type ImportRecord = {
  id: string
  resource: ImportResource
  fileName: string
  size: number
  filePlace: string | null
  form: Form
  preset: string | null
  columns: Column[]
  mapping: (string | null)[]
  dayOrder: 'DMY' | 'MDY'
  currency: string
  existing: 'UPDATE' | 'SKIP'
  makesMissing: boolean
  state: Import['state']
  run: number
  doneRows: number
  rowCount: number | null
  newCount: number
  changedCount: number
  unchangedCount: number
  faultyCount: number
  faultCount: number
  makes: Made
  problem: string | null
  operationId: string | null
  createdById: string
  createdByName: string
  createdAt: Date
  endedAt: Date | null
  version: number
}

type Beside = {
  faults: Import['faults']
  undoableFrom: Date | null
  undo: Import['undo']
}

const columns = `i.id, i.resource, i.file_name as "fileName", i.size, i.file_place as "filePlace", i.form, i.preset,
  i.columns, i.mapping, i.day_order as "dayOrder", i.currency, i.existing, i.makes_missing as "makesMissing", i.state,
  i.run, i.done_rows as "doneRows", i.row_count as "rowCount", i.new_count as "newCount",
  i.changed_count as "changedCount", i.unchanged_count as "unchangedCount", i.faulty_count as "faultyCount",
  i.fault_count as "faultCount", i.makes, i.problem, i.operation_id as "operationId",
  i.created_by_id as "createdById", i.created_by_name as "createdByName", i.created_at as "createdAt",
  i.ended_at as "endedAt", i.version`

const beside = `
  coalesce((select jsonb_agg(jsonb_build_object('row', f.row_number, 'column', f.column_name, 'cell', f.cell,
      'message', f.message) order by f.number)
    from (select * from app.import_faults f where f.company_id = i.company_id and f.import_id = i.id
      order by f.number limit 10) f), '[]') as faults,
  case when o.changed > 0 and u.id is null then o.ended_at end as "undoableFrom",
  case when u.id is not null then jsonb_build_object('operationId', u.id, 'state', u.state, 'total', u.total,
    'changed', u.changed, 'refused', u.refused, 'byName', u.started_by_name) end as undo`

const sources = `app.imports i
  left join app.operations o on o.company_id = i.company_id and o.id = i.operation_id
  left join app.operations u on u.company_id = i.company_id and u.undoes_id = o.id`

/** Whether they may import such lists, and see what became of them. */
export const mayImport = ({ permissions }: Pick<Actor, 'permissions'>, resource: ImportResource): boolean =>
  permissions.has(importPermissions[resource])

/** The import, or the same 404 for hidden and missing; locked, it is the caller's until the commit. */
export async function loadImport(
  { tx, actor, ifMatch = null }: { tx: Tx; actor?: Actor; ifMatch?: readonly string[] | null },
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<ImportRecord> {
  const wanted = id.toLowerCase()
  const [found] = isUuid(wanted)
    ? await tx.query<ImportRecord>(
        `select ${columns} from app.imports i where i.company_id = $1 and i.id = $2 ${lock ? 'for update' : ''}`,
        [tx.whose.companyId, wanted],
      )
    : []
  if (!found || (actor && !mayImport(actor, found.resource))) throw new Stop('not_found', words.noSuchImport)
  if (ifMatch && !ifMatch.includes(String(found.version)))
    throw new Stop('stale', words.stale, { current: await readImport(tx, wanted) })
  return found
}

/** As the contract has it. */
export async function readImport(tx: Tx, id: string): Promise<Import> {
  const [row] = await tx.query<ImportRecord & Beside>(
    `select ${columns}, ${beside} from ${sources} where i.company_id = $1 and i.id = $2`,
    [tx.whose.companyId, id],
  )
  if (!row) throw new Stop('not_found', words.noSuchImport)
  return importOf(row)
}

export async function readImports(tx: Tx, actor: Actor, most: number): Promise<Import[]> {
  const rows = await tx.query<ImportRecord & Beside>(
    `select ${columns}, ${beside} from ${sources} where i.company_id = $1 and i.resource = any ($3)
     order by i.created_at desc, i.id desc limit $2`,
    [tx.whose.companyId, most, importResources.filter((one) => mayImport(actor, one))],
  )
  return rows.map(importOf)
}

function importOf(row: ImportRecord & Beside): Import {
  const {
    form,
    makes,
    undoableFrom,
    createdAt,
    endedAt,
    filePlace: _,
    run: __,
    createdById: ___,
    ...same
  } = row
  const isCsv = form.format === 'csv'
  const until = undoableFrom && new Date(undoableFrom.getTime() + undoWindow.hours * 3_600_000)
  return {
    ...same,
    format: form.format,
    encoding: isCsv ? form.encoding : null,
    delimiter: isCsv ? form.delimiter : null,
    sheet: isCsv ? null : form.sheet,
    missing: missingFields(
      row.resource,
      row.mapping.flatMap((field) => field ?? []),
    ),
    makes: Object.entries(makes).map(([kind, made]) => ({ kind, ...made })),
    undoableUntil: until && until > clock.now() ? until.toISOString() : null,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }
}

/** The import as the subject of an event: whoever uploaded it hears of it, and whoever goes on with it. */
export const about = (
  { id, fileName, createdById }: Pick<ImportRecord, 'id' | 'fileName' | 'createdById'>,
  actor: Pick<Actor, 'id'> | null = null,
): Subject => ({
  type: 'import',
  id,
  ref: fileName,
  people: [createdById, actor?.id ?? null],
})
