import { clock } from '../platform/clock/clock.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { type Undo, type UndoWork, undo } from '../platform/log/undo.ts'
import { Stop } from '../platform/stop.ts'
import { about } from './access.ts'
import { mustBeFree } from './commands/add.ts'
import { words } from './words.ts'

/** Whoever did it and still works at a desk, or who leads one. */
function mustBeTheirs({ actor, isDoer }: UndoWork): void {
  if (actor.permissions.has(isDoer ? 'assets.work' : 'assets.supervise')) return
  throw new Stop('forbidden', words.undoneByLead)
}

async function lockKit(
  { tx }: UndoWork,
  id: string | null,
): Promise<{ id: string; name: string; isDeleted: boolean }> {
  const [kit] = await tx.query<{ id: string; name: string; isDeleted: boolean }>(
    `select id, name, deleted_at is not null as "isDeleted" from app.kits where company_id = $1 and id = $2 for update`,
    [tx.whose.companyId, id],
  )
  if (!kit) throw new Stop('not_found', words.noSuchKit)
  return kit
}

async function restore(work: UndoWork, event: LoggedEvent<'kit.deleted'>): Promise<void> {
  mustBeTheirs(work)
  const { tx, record } = work
  const kit = await lockKit(work, event.subjectId)
  if (!kit.isDeleted) return
  await mustBeFree(tx, kit)
  await tx.run(
    `update app.kits set deleted_at = null, updated_at = $3, version = version + 1 where company_id = $1 and id = $2`,
    [tx.whose.companyId, kit.id, clock.now()],
  )
  const [deletedAt = null] = (event.changes['deletedAt'] ?? []).slice(1)
  record('kit.restored', about(kit), {}, { deletedAt: [deletedAt, null] })
}

/** Its things go back by custody; that they went out together is forgotten. */
async function forget(work: UndoWork, event: LoggedEvent<'kit.handed_out'>): Promise<void> {
  mustBeTheirs(work)
  const { tx, record } = work
  const kit = await lockKit(work, event.subjectId)
  await tx.run('delete from app.kit_hand_outs where company_id = $1 and id = $2', [
    tx.whose.companyId,
    event.data.handOutId,
  ])
  record('kit.hand_out_undone', about(kit), event.data)
}

export const undoes: Undo[] = [
  undo({ on: 'kit.deleted', run: restore }),
  undo({ on: 'kit.handed_out', run: forget }),
]
