import type { Tx } from '../platform/db/transaction.ts'
import type { Open } from '../platform/http/handle.ts'
import type { Platform } from '../platform/platform.ts'
import { Stop } from '../platform/stop.ts'
import { readParticipation } from './commands/link.ts'
import { words } from './words.ts'

export type Invited = {
  id: string
  requestId: string
  email: string
  leftAt: Date | null
  referenceNumber: string
  summary: string
  serviceDeskId: string
  isConfidential: boolean
  companyName: string
}

/** Whom a link is for, in their company; the same 404 for what we did not sign and for who was taken off. */
export async function openLink(
  { secret }: Pick<Platform, 'secret'>,
  { tx, enter }: Pick<Open, 'tx' | 'enter'>,
  token: string,
  lock = false,
): Promise<Invited> {
  const ids = readParticipation(secret, token)
  if (!ids) throw new Stop('not_found', words.noSuchLink)
  await enter(
    { companyId: ids.companyId, personId: null },
    { actorId: null, actorName: null, actorKind: 'system' },
  )
  const invited = await findInvited(tx, ids, lock)
  if (!invited) throw new Stop('not_found', words.noSuchLink)
  return invited
}

async function findInvited(
  tx: Tx,
  { companyId, participantId }: { companyId: string; participantId: string },
  lock: boolean,
): Promise<Invited | undefined> {
  const [row] = await tx.query<Invited>(
    `select w.id, w.request_id as "requestId", w.email, w.left_at as "leftAt", r.reference_number as "referenceNumber",
       r.summary, r.service_desk_id as "serviceDeskId", r.is_confidential as "isConfidential", c.name as "companyName"
     from app.participants w
     join app.requests r on r.company_id = w.company_id and r.id = w.request_id and r.deleted_at is null
     join app.companies c on c.company_id = w.company_id and c.state = 'ACTIVE'
     where w.company_id = $1 and w.id = $2 and w.email is not null ${lock ? 'for update of w' : ''}`,
    [companyId, participantId],
  )
  return row
}
