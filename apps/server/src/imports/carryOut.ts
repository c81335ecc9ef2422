import { end } from '../operations/commands/end.ts'
import { countOn, stillRuns } from '../operations/commands/running.ts'
import type { Actor } from '../platform/actor.ts'
import { clock } from '../platform/clock/clock.ts'
import { transact } from '../platform/db/transaction.ts'
import { openRecord } from '../platform/log/record.ts'
import type { Platform } from '../platform/platform.ts'
import { about, type ImportRecord, loadImport } from './access.ts'
import { counted, keepRows, type Tally } from './keep.ts'
import { type Resource, resources } from './resources.ts'
import { rowsOf } from './rows.ts'
import { again, faultOfFile, step, whoGoesOn } from './running.ts'
import { words } from './words.ts'

/**
 * Imports the rows of a list, a piece in each transaction: what is written, its faults and how far it is are committed
 * together, so that a run that breaks off goes on behind its last piece and does nothing twice.
 */
export async function carryOut(
  platform: Platform,
  companyId: string,
  importId: string,
  personId: string | null,
): Promise<void> {
  const actor = await whoGoesOn(platform, companyId, importId, personId)
  if (!actor) return stop(platform, companyId, importId, words.noRights)
  try {
    await again(() => runOnce(platform, actor, importId))
  } catch (error) {
    const problem = faultOfFile(error)
    if (problem === null) throw error
    await stop(platform, companyId, importId, problem)
  }
}

/** From where it is to its end; whoever is in the way makes the next attempt look at all names anew. */
async function runOnce(platform: Platform, actor: Actor, importId: string): Promise<void> {
  const { folder } = platform.config
  const begun = await step(platform, actor, async ({ tx }) => {
    const list = await loadImport({ tx }, importId, { lock: true })
    const resource = resources[list.resource]
    if (list.state !== 'IMPORTING' || !list.operationId) return null
    await tx.run('update app.imports set run = run + 1 where company_id = $1 and id = $2', [
      actor.companyId,
      importId,
    ])
    return { list: { ...list, run: list.run + 1 }, operationId: list.operationId, resource }
  })
  if (!begun) return
  const { list, operationId, resource } = begun
  const run = await openRun(platform, actor, list, resource)
  let tally = tallyOf(list)
  let passed = 0
  for await (const rows of rowsOf(folder, list, resource)) {
    if (passed < list.doneRows) {
      passed += rows.length
      run.pass(rows)
      continue
    }
    const goesOn = await step(
      platform,
      actor,
      async ({ tx, record }) => {
        if (!(await stillRuns(tx, operationId))) return false
        const plan = await run.plan({ tx, platform, actor, record }, rows, { lock: true })
        await plan.write({ tx, platform, actor, record }, operationId)
        const next = counted(tally, rows, plan.outcomes, plan.makes)
        if (!(await keepRows(tx, list, next, rows))) return false
        const made = Object.fromEntries(Object.entries(plan.makes).filter(([, names]) => names.length > 0))
        if (Object.keys(made).length > 0) record('import.made', about(list, actor), { made })
        await countOn({ tx, record }, operationId, countsBetween(tally, next), { isOver: false })
        record('import.progressed', about(list, actor), { doneRows: next.done })
        return { keep: plan.keep, next }
      },
      resource.door,
    )
    if (!goesOn) return finish(platform, actor, list, operationId)
    goesOn.keep()
    tally = goesOn.next
  }
  await finish(platform, actor, list, operationId)
}

async function openRun(platform: Platform, actor: Actor, list: ImportRecord, resource: Resource) {
  const run = await step(platform, actor, ({ tx }) => resource.open({ tx, platform, actor }, list))
  if (run.foresee) for await (const rows of rowsOf(platform.config.folder, list, resource)) run.foresee(rows)
  return run
}

const tallyOf = (list: ImportRecord): Tally => ({
  new: list.newCount,
  changed: list.changedCount,
  unchanged: list.unchangedCount,
  faulty: list.faultyCount,
  done: list.doneRows,
  faults: list.faultCount,
  makes: list.doneRows === 0 ? {} : list.makes,
})

const countsBetween = (before: Tally, after: Tally) => ({
  changed: after.new + after.changed - before.new - before.changed,
  unchanged: after.unchanged - before.unchanged,
  refused: after.faulty - before.faulty,
})

/** Its end, or where somebody stopped it. Whoever lost it to another run leaves it alone. */
async function finish(
  platform: Platform,
  actor: Actor,
  list: ImportRecord,
  operationId: string,
): Promise<void> {
  await step(platform, actor, async ({ tx, record }) => {
    const isWhole = await stillRuns(tx, operationId)
    const now = await loadImport({ tx }, list.id, { lock: true })
    if (now.run !== list.run || now.state !== 'IMPORTING') return
    if (isWhole && now.doneRows < (now.rowCount ?? 0)) return
    if (isWhole)
      await countOn({ tx, record }, operationId, { changed: 0, unchanged: 0, refused: 0 }, { isOver: true })
    await tx.run(
      `update app.imports set state = $3, ended_at = $4, version = version + 1
       where company_id = $1 and id = $2`,
      [actor.companyId, list.id, isWhole ? 'DONE' : 'STOPPED', clock.now()],
    )
    const { newCount, changedCount, unchangedCount, faultyCount } = now
    record('import.ended', about(list, actor), { newCount, changedCount, unchangedCount, faultyCount })
  })
}

/** It cannot go on: what is done stays, the rest is left alone. */
async function stop(platform: Platform, companyId: string, importId: string, problem: string): Promise<void> {
  const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
  await transact(
    platform.pools.worker,
    { companyId, personId: null },
    async (tx) => {
      const list = await loadImport({ tx }, importId, { lock: true })
      if (list.state !== 'IMPORTING') return
      if (list.operationId) await end({ tx, record }, list.operationId)
      await tx.run(
        `update app.imports set state = 'STOPPED', ended_at = $3, problem = $4, version = version + 1
         where company_id = $1 and id = $2`,
        [companyId, importId, clock.now(), problem],
      )
    },
    write,
  )
}
