import { mustUndo } from '../assets/access.ts'
import { clock } from '../platform/clock/clock.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { type Undo, type UndoWork, undo } from '../platform/log/undo.ts'
import { about, loadCertificate } from './access.ts'

async function bringBack(
  { tx, actor, isDoer, record }: UndoWork,
  { subjectId, changes }: LoggedEvent<'certificate.deleted'>,
): Promise<void> {
  const one = await loadCertificate({ tx }, subjectId ?? '', { lock: true, trashed: true })
  mustUndo(actor, one, isDoer)
  await tx.run(
    `update app.certificates set deleted_at = null, updated_at = $3, version = version + 1 where company_id = $1 and id = $2`,
    [actor.companyId, one.id, clock.now()],
  )
  record('certificate.restored', about(one), {}, { deletedAt: [changes['deletedAt']?.[1] ?? null, null] })
}

export const undoes: Undo[] = [undo({ on: 'certificate.deleted', run: bringBack })]
