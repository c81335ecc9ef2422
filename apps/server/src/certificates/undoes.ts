import { clock } from '../platform/clock/clock.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { type Undo, type UndoWork, undo } from '../platform/log/undo.ts'
import { Stop } from '../platform/stop.ts'
import { about, loadCertificate } from './access.ts'
import { words } from './words.ts'

async function bringBack(
  { tx, actor, isDoer, record }: UndoWork,
  { subjectId, changes }: LoggedEvent<'certificate.deleted'>,
): Promise<void> {
  if (!actor.permissions.has('assets.work') || !(isDoer || actor.isAdmin))
    throw new Stop('forbidden', words.undoneByLead)
  const one = await loadCertificate({ tx }, subjectId ?? '', { lock: true, trashed: true })
  await tx.run(
    `update app.certificates set deleted_at = null, updated_at = $3, version = version + 1 where company_id = $1 and id = $2`,
    [actor.companyId, one.id, clock.now()],
  )
  record('certificate.restored', about(one), {}, { deletedAt: [changes['deletedAt']?.[1] ?? null, null] })
}

export const undoes: Undo[] = [undo({ on: 'certificate.deleted', run: bringBack })]
