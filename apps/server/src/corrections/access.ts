import type { Correction, CorrectionState } from '@deskhand/contract'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db/kysely.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import { Stop } from '../platform/stop.ts'
import { isStaff, loadRequest, type RequestRecord } from '../requests/access.ts'
import { readCorrections } from './queries/columns.ts'
import type { Changes, Wanted } from './rules.ts'
import { words } from './words.ts'

export type CorrectionRecord = {
  id: string
  requestId: string
  state: CorrectionState
  reason: string
  wanted: Wanted
  changes: Changes
  proposedById: string
  proposedByName: string
}

/**
 * A correction with its request, both locked, the request first as every command has it; or the same 404 for hidden and
 * missing.
 */
export async function loadCorrection(
  inside: { tx: Tx; db: Db; actor: Actor },
  id: string,
): Promise<{ correction: CorrectionRecord; request: RequestRecord }> {
  const none = new Stop('not_found', words.noSuchCorrection)
  const known = id.toLowerCase()
  if (!isUuid(known)) throw none
  const find = (lock: '' | 'for update of c') =>
    inside.tx.query<CorrectionRecord>(
      `select c.id, c.request_id as "requestId", c.state, c.reason, c.wanted, c.changes,
         c.proposed_by_id as "proposedById", p.name as "proposedByName"
       from app.corrections c join app.people p on p.company_id = c.company_id and p.id = c.proposed_by_id
       where c.company_id = $1 and c.id = $2 ${lock}`,
      [inside.actor.companyId, known],
    )
  const [seen] = await find('')
  if (!seen) throw none
  const request = await loadRequest(inside, seen.requestId, { lock: true }).catch((thrown: unknown) => {
    throw thrown instanceof Stop && thrown.code === 'not_found' ? none : thrown
  })
  // Whoever only asked for it does not know that the desk thinks about it.
  if (!isStaff(inside.actor, request)) throw none
  const [correction] = await find('for update of c')
  if (!correction) throw none
  return { correction, request }
}

/** Stops where somebody decided it already. */
export function mustWait({ state }: CorrectionRecord): void {
  if (state !== 'PROPOSED') throw new Stop('conflict', words.decidedAlready)
}

/** One correction as its reader sees it. */
export async function readCorrection(tx: Tx, actor: Actor, id: string): Promise<Correction> {
  const [one] = await readCorrections(tx, actor, sql<boolean>`c.id = ${id}`, sql`c.id`)
  if (!one) throw new Error('A command wrote a correction that its author cannot see.')
  return one
}

/** Whether its last round of approval ended with everyone's yes. */
export async function wasApproved(tx: Tx, { companyId, id }: RequestRecord): Promise<boolean> {
  const [round] = await tx.query<{ status: string }>(
    'select status from app.approvals where company_id = $1 and request_id = $2 order by round desc limit 1',
    [companyId, id],
  )
  return round?.status === 'APPROVED'
}
