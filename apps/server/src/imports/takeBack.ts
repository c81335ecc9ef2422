import { countOn, stillRuns } from '../operations/commands/running.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { about, loadImport } from './access.ts'
import { takeThings } from './assets/takeThings.ts'
import { takeRecords } from './records/takeRecords.ts'
import { resources, type Work } from './resources.ts'
import { again, step, whoGoesOn } from './running.ts'

type Payload = { importId: string; before: number | null }

/** The operation that undoes, the one that is undone, and before which of its events the next piece is. */
export type Undoing = { operationId: string; undoesId: string; before: number | null }
export type Refused = { type: string; id: string; ref: string | null; message: string }
/** What became of a piece. */
export type Taken = {
  changed: number
  unchanged: number
  refused: Refused[]
  before: number | null
  isOver: boolean
}

/** Takes an import back, the last row first, a piece in each transaction; what was changed since stays and is listed. */
export async function takeBack(
  platform: Platform,
  companyId: string,
  { operationId, undoesId }: { operationId: string; undoesId: string },
  importId: string,
  personId: string | null,
): Promise<void> {
  const actor = await whoGoesOn(platform, companyId, importId, personId)
  if (!actor) return
  const list = await step(platform, actor, ({ tx }) => loadImport({ tx }, importId))
  const take = list.resource === 'assets' ? takeThings : takeRecords
  const { door } = resources[list.resource]
  for (;;) {
    const goesOn = await again(() =>
      step(
        platform,
        actor,
        async ({ tx, record }) => {
          const work = { tx, record, actor, platform }
          const before = await whereNow(tx, operationId)
          if (before === undefined) return false
          const taken = await take(work, { operationId, undoesId, before })
          await keep(work, operationId, taken)
          if (taken.isOver) await tellEnd(work, actor, operationId, importId)
          return !taken.isOver
        },
        door,
      ),
    )
    if (!goesOn) return
  }
}

/** Before which event it goes on, null at its beginning; undefined where somebody stopped it. */
async function whereNow(tx: Tx, operationId: string): Promise<number | null | undefined> {
  if (!(await stillRuns(tx, operationId))) return undefined
  const [row] = await tx.query<{ payload: Payload }>(
    'select payload from app.operations where company_id = $1 and id = $2 for update',
    [tx.whose.companyId, operationId],
  )
  return row?.payload.before ?? null
}

async function keep({ tx, record }: Work, operationId: string, taken: Taken): Promise<void> {
  const { changed, unchanged, refused, before, isOver } = taken
  await keepRefused(tx, operationId, refused)
  await tx.run('update app.operations set payload = payload || $3::jsonb where company_id = $1 and id = $2', [
    tx.whose.companyId,
    operationId,
    JSON.stringify({ before }),
  ])
  const counts = { changed, unchanged, refused: refused.length }
  await countOn({ tx, record }, operationId, counts, { isOver })
}

async function keepRefused(tx: Tx, operationId: string, refused: readonly Refused[]): Promise<void> {
  if (refused.length === 0) return
  await tx.run(
    `insert into app.operation_items (company_id, operation_id, position, subject_type, subject_id, subject_ref, state,
       status, code, detail)
     select $1, $2, (select coalesce(max(position), -1) from app.operation_items
         where company_id = $1 and operation_id = $2) + r.place, r.type, r.id, r.ref, 'REFUSED', 409, 'conflict', r.message
     from rows from (jsonb_to_recordset($3::jsonb) as (type text, id uuid, ref text, message text))
       with ordinality r(type, id, ref, message, place)`,
    [tx.whose.companyId, operationId, JSON.stringify(refused)],
  )
}

async function tellEnd(
  { tx, record }: Work,
  actor: Actor,
  operationId: string,
  importId: string,
): Promise<void> {
  const list = await loadImport({ tx }, importId)
  const [undone] = await tx.query<{ changed: number; refused: number }>(
    'select changed, refused from app.operations where company_id = $1 and id = $2',
    [actor.companyId, operationId],
  )
  if (undone) record('import.undone', about(list, actor), undone)
}
