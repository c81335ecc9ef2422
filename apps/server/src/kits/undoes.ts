import { mustUndo } from '../assets/access.ts'
import { clock } from '../platform/clock/clock.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { type Undo, type UndoWork, undo } from '../platform/log/undo.ts'
import { Stop } from '../platform/stop.ts'
import { about } from './access.ts'
import { mustBeFree } from './commands/add.ts'
import { words } from './words.ts'

type Locked = { id: string; name: string; deskId: string | null; isDeleted: boolean }

/** The kit, locked, where this person may take back what was done with it. */
async function lockKit({ tx, actor, isDoer }: UndoWork, id: string | null): Promise<Locked> {
  const [kit] = await tx.query<Locked>(
    `select id, name, desk_id as "deskId", deleted_at is not null as "isDeleted"
     from app.kits where company_id = $1 and id = $2 for update`,
    [tx.whose.companyId, id],
  )
  if (!kit) throw new Stop('not_found', words.noSuchKit)
  mustUndo(actor, kit, isDoer)
  return kit
}

async function restore(work: UndoWork, event: LoggedEvent<'kit.deleted'>): Promise<void> {
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
