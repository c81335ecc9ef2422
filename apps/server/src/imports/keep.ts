import type { Tx } from '../platform/db/transaction.ts'
import type { ImportRecord } from './access.ts'
import type { Outcome } from './resources.ts'
import type { Said } from './rows.ts'

/** How rows fared so far, and what they name that is made along. */
export type Tally = Record<Outcome, number> & {
  done: number
  faults: number
  makes: Record<string, { count: number; names: string[] }>
}

export const newTally = (): Tally => ({
  new: 0,
  changed: 0,
  unchanged: 0,
  faulty: 0,
  done: 0,
  faults: 0,
  makes: {},
})

const shownNames = 20

/** The tally after some more rows. */
export function counted(
  tally: Tally,
  rows: readonly Said[],
  outcomes: readonly Outcome[],
  makes: Record<string, string[]>,
): Tally {
  const next: Tally = { ...tally, makes: { ...tally.makes } }
  for (const outcome of outcomes) next[outcome] += 1
  next.done += rows.length
  next.faults += rows.reduce((sum, { faults }) => sum + faults.length, 0)
  for (const [kind, names] of Object.entries(makes)) {
    if (names.length === 0) continue
    const before = next.makes[kind] ?? { count: 0, names: [] }
    next.makes[kind] = {
      count: before.count + names.length,
      names: [...before.names, ...names].slice(0, shownNames),
    }
  }
  return next
}

/** Writes the tally, and the faults of these rows behind those before; false where another run has begun since. */
export async function keepRows(
  tx: Tx,
  list: Pick<ImportRecord, 'id' | 'run' | 'mapping' | 'columns'>,
  tally: Tally,
  rows: readonly Said[],
): Promise<boolean> {
  const faults = rows.flatMap((said) =>
    said.faults.map(({ field, message }) => ({
      row: said.row,
      column: field === null ? null : (list.columns[list.mapping.indexOf(field)]?.header ?? null),
      cell: field === null ? null : (said.cells[field]?.slice(0, 200) ?? null),
      message,
    })),
  )
  const { companyId } = tx.whose
  const { rowCount } = await tx.run(
    `update app.imports set done_rows = $4, new_count = $5, changed_count = $6, unchanged_count = $7,
       faulty_count = $8, fault_count = $9, makes = $10::jsonb
     where company_id = $1 and id = $2 and run = $3`,
    [
      companyId,
      list.id,
      list.run,
      tally.done,
      tally.new,
      tally.changed,
      tally.unchanged,
      tally.faulty,
      tally.faults,
      JSON.stringify(tally.makes),
    ],
  )
  if (rowCount !== 1) return false
  if (faults.length > 0)
    await tx.run(
      `insert into app.import_faults (company_id, import_id, number, row_number, column_name, cell, message)
       select $1, $2, $3::int + f.place, f."row", f."column", f.cell, f.message
       from rows from (jsonb_to_recordset($4::jsonb) as ("row" int, "column" text, cell text, message text))
         with ordinality f("row", "column", cell, message, place)`,
      [companyId, list.id, tally.faults - faults.length, JSON.stringify(faults)],
    )
  return true
}
