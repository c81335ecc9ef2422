import { deskFacts } from '../../desks/access.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/kysely.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Platform } from '../../platform/platform.ts'
import { Stop } from '../../platform/stop.ts'
import { isStaff, loadRequest, noSuchRequest, type RequestRecord } from '../../requests/access.ts'
import { isOpen } from '../../requests/rules.ts'
import { words as requestWords } from '../../requests/words.ts'
import { words } from '../words.ts'
import { mustBeApproved } from './mustBeApproved.ts'

type Inside = { tx: Tx; db: Db; actor: Actor; platform: Platform; ifMatch?: readonly string[] | null }

/** A locked hardware request for the desk that carries it out: open, agreed to, and not ordered yet. */
export async function loadAgreed(inside: Inside, id: string): Promise<RequestRecord> {
  const { tx, actor, platform } = inside
  const request = await loadRequest(inside, id, { lock: true })
  const type = (await deskFacts(platform, tx)).type(request.requestTypeId ?? '')
  if (type?.kind !== 'HARDWARE') throw noSuchRequest()
  if (!isStaff(actor, request)) throw new Stop('forbidden', words.onlyDesk)
  if (!isOpen(request) || request.mergedIntoId) throw new Stop('state', requestWords.settled)
  if (request.isOrdered) throw new Stop('state', words.ordered)
  await mustBeApproved(inside, request, 'HARDWARE', { procurementStatus: 'ORDERED' })
  return request
}
