import { Readable } from 'node:stream'
import { imports } from '@deskhand/contract'
import { csvLines } from '../../operations/rules.ts'
import { attachmentHeader } from '../../platform/files/names.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadImport } from '../access.ts'
import { words } from '../words.ts'

type Line = { number: number; row: number; column: string | null; cell: string | null; message: string }

/** So many in memory at a time. */
const piece = 2_000

export const report = handleOutside(imports.report, async ({ open, actor, params, reply }) => {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const { id } = await open(({ tx }) => loadImport({ tx, actor }, params.id))
  const read = (after: number) =>
    open(({ tx }) =>
      tx.query<Line>(
        `select number, row_number as row, column_name as column, cell, message from app.import_faults
         where company_id = $1 and import_id = $2 and number > $3 order by number limit ${piece}`,
        [actor.companyId, id, after],
      ),
    )
  async function* lines() {
    yield `\uFEFF${csvLines([words.reportColumns])}`
    let after = 0
    for (;;) {
      const faults = await read(after)
      if (faults.length === 0) return
      yield csvLines(
        faults.map(({ row, column, cell, message }) => [String(row), column ?? '', cell ?? '', message]),
      )
      after = faults.at(-1)?.number ?? 0
    }
  }
  reply
    .headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachmentHeader('faults.csv'),
      'x-content-type-options': 'nosniff',
    })
    .send(Readable.from(lines()))
  return {}
})
