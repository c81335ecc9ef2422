import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseError } from 'pg'
import { actFor } from '../identity/actFor.ts'
import type { Actor } from '../platform/actor.ts'
import { transact } from '../platform/db/transaction.ts'
import { openRecord } from '../platform/log/record.ts'
import type { Platform } from '../platform/platform.ts'
import { end } from './commands/end.ts'
import { holdOff } from './commands/holdOff.ts'
import { keepResults } from './commands/keepResults.ts'
import { type Item, runItems } from './commands/runItems.ts'

/** So many in one transaction: their locks are held for a tenth of a second, and nobody waits for them. */
const chunk = 20

/** Side by side: one alone waits for the database most of the time, more would take it from everybody else. */
const lanes = 2

type Running = {
  id: string
  kind: string
  summary: string
  payload: unknown
  startedById: string | null
}

/**
 * Runs the rest of an operation in the name of who began it, in small transactions. Each takes the next
 * subjects that nobody else has, does them and writes down how they fared in one commit: whoever does this
 * twice, or at once with another, does nothing twice.
 */
export async function carryOn(platform: Platform, companyId: string, operationId: string): Promise<void> {
  const ends = await Promise.allSettled(
    Array.from({ length: lanes }, () => runLane(platform, companyId, operationId)),
  )
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
}

async function runLane(platform: Platform, companyId: string, operationId: string): Promise<void> {
  for (;;) {
    const [running] = await transact(platform.pools.worker, { companyId, personId: null }, (tx) =>
      tx.query<Running>(findRunning, [companyId, operationId]),
    )
    if (!running) return
    // Their rights may have changed between two chunks.
    const actor = await actFor(platform.pools, companyId, running.startedById ?? '')
    if (!actor) return cancel(platform, companyId, operationId)
    const isOver = await again(() => runChunk(platform, actor, running))
    if (isOver) return
  }
}

async function runChunk(platform: Platform, actor: Actor, running: Running): Promise<boolean> {
  const batch = platform.batches.get(running.kind)
  if (!batch) throw new Error(`No slice runs operations of the kind ${running.kind}.`)
  const { record, write, count } = openRecord(() => ({
    actorId: actor.id,
    actorName: actor.name,
    actorKind: 'person',
  }))
  const isOver = await transact(
    platform.pools.app,
    { companyId: actor.companyId, personId: actor.id },
    async (tx) => {
      await holdOff(tx, running.id, 'cancelling')
      const items = await tx.query<Item>(nextItems, [actor.companyId, running.id, chunk])
      if (items.length === 0) return true
      const work = { tx, db: tx.db, platform, actor, record }
      const results = await runItems(work, { ...running, batch }, items)
      return keepResults(tx, record, running, results)
    },
    write,
  )
  if (count() > 0) platform.bell.ring('wrote')
  return isOver
}

async function cancel(platform: Platform, companyId: string, operationId: string): Promise<void> {
  const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
  await transact(
    platform.pools.worker,
    { companyId, personId: null },
    (tx) => end({ tx, record }, operationId),
    write,
  )
}

/** Two who change the same rows can block each other; one of them tries again. */
async function again<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      const isClash = error instanceof DatabaseError && clashes.has(error.code ?? '')
      if (!isClash || tries === 5) throw error
      await pause(20 * tries)
    }
  }
}

/** Serialisation failure, deadlock, lock timeout. */
const clashes = new Set(['40001', '40P01', '55P03'])

const findRunning = `
  select id, kind, summary, payload, started_by_id as "startedById" from app.operations
  where company_id = $1 and id = $2 and state = 'RUNNING'`

const nextItems = `
  select i.subject_type as "subjectType", i.subject_id as "subjectId", i.subject_ref as "subjectRef",
    i.desk_id as "deskId"
  from app.operation_items i join app.operations o on o.company_id = i.company_id and o.id = i.operation_id
  where i.company_id = $1 and i.operation_id = $2 and i.state = 'PENDING' and o.state = 'RUNNING'
  order by i.position limit $3
  for no key update of i skip locked`
