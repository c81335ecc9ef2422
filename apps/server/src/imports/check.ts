import type { Platform } from '../platform/platform.ts'
import { about, type ImportRecord, loadImport } from './access.ts'
import { counted, keepRows, newTally } from './keep.ts'
import { type Resource, resources } from './resources.ts'
import { rowsOf } from './rows.ts'
import { faultOfFile, step, whoGoesOn } from './running.ts'

/** Tells whoever waits after so many rows. */
const told = 5_000

/** Goes through all rows, writes down how each would fare, and changes nothing else. */
export async function check(
  platform: Platform,
  companyId: string,
  importId: string,
  personId: string | null,
): Promise<void> {
  const actor = await whoGoesOn(platform, companyId, importId, personId)
  if (!actor) return
  let door: Resource['door'] = 'app'
  const inStep = <Result>(work: Parameters<typeof step<Result>>[2]) => step(platform, actor, work, door)

  const list = await inStep(async ({ tx }): Promise<ImportRecord | null> => {
    const found = await loadImport({ tx }, importId, { lock: true })
    if (found.state !== 'CHECKING') return null
    await tx.run('delete from app.import_faults where company_id = $1 and import_id = $2', [
      companyId,
      importId,
    ])
    await tx.run('update app.imports set run = run + 1 where company_id = $1 and id = $2', [
      companyId,
      importId,
    ])
    return { ...found, run: found.run + 1 }
  })
  const resource = list && resources[list.resource]
  if (!list || !resource) return
  door = resource.door

  let tally = newTally()
  let problem: string | null = null
  try {
    const run = await inStep(({ tx }) => resource.open({ tx, platform, actor }, list))
    for await (const rows of rowsOf(platform.config.folder, list, resource)) {
      const isMine = await inStep(async ({ tx, record }) => {
        const plan = await run.plan({ tx, platform, actor, record }, rows, { lock: false })
        tally = counted(tally, rows, plan.outcomes, plan.makes)
        plan.keep()
        if (Math.floor(tally.done / told) > Math.floor((tally.done - rows.length) / told))
          record('import.progressed', about(list, actor), { doneRows: tally.done })
        return keepRows(tx, list, tally, rows)
      })
      if (!isMine) return
    }
  } catch (error) {
    problem = faultOfFile(error)
    if (problem === null) throw error
  }
  await inStep(async ({ tx, record }) => {
    const { rowCount } = await tx.run(
      `update app.imports set state = 'CHECKED', problem = $4, row_count = $5, version = version + 1
       where company_id = $1 and id = $2 and run = $3`,
      [companyId, importId, list.run, problem, tally.done],
    )
    if (rowCount === 1)
      record('import.checked', about(list, actor), {
        newCount: tally.new,
        changedCount: tally.changed,
        unchangedCount: tally.unchanged,
        faultyCount: tally.faulty,
      })
  })
}
