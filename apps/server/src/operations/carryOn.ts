import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseError } from 'pg'
import { actFor } from '../identity/actFor.ts'
import type { Actor } from '../platform/actor.ts'
import { transact } from '../platform/db/transaction.ts'
import { openRecord } from '../platform/log/record.ts'
import type { Platform } from '../platform/platform.ts'
import { end } from './commands/end.ts'
import { keepResults } from './commands/keepResults.ts'
import { type Item, runItems } from './commands/runItems.ts'

/** So many in one transaction: their locks are held for a tenth of a second, and nobody waits for them. */
const chunk = 20

type Running = {
  id: string
  kind: string
  summary: string
  payload: unknown
  startedById: string | null
}

/**
 * Runs the rest of an operation in the name of who began it, in small transactions. Each takes the next
 * subjects, does them and writes down how they fared in one commit: whoever does this twice, or at once with
 * another, does nothing twice.
 */
export async function carryOn(platform: Platform, companyId: string, operationId: string): Promise<void> {
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
      const [state] = await tx.query<{ left: number }>(takeNext, [actor.companyId, running.id])
      if (!state) return true
      const items = await tx.query<Item>(nextItems, [actor.companyId, running.id, chunk])
      const work = { tx, db: tx.db, platform, actor, record }
      const results = await runItems(work, { ...running, batch }, items)
      const isLast = items.length < chunk
      await keepResults(tx, record, running, results, { isLast })
      return isLast
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

// The operation's own row is what two runners of one operation wait for.
const takeNext = `
  select 1 as left from app.operations where company_id = $1 and id = $2 and state = 'RUNNING' for no key update`

const nextItems = `
  select subject_type as "subjectType", subject_id as "subjectId", subject_ref as "subjectRef", desk_id as "deskId"
  from app.operation_items where company_id = $1 and operation_id = $2 and state = 'PENDING'
  order by position limit $3`
