import { sql } from 'kysely'
import { deskFacts } from '../../desks/access.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import type { Platform } from '../../platform/platform.ts'
import { named, noSuchRequest, visibleTo } from '../../requests/access.ts'
import { supervises } from '../../requests/queries/columns.ts'
import { notePartOpened } from '../../requests/queries/noteOpening.ts'
import type { Served } from '../access.ts'
import { asksManager } from './asksManager.ts'
import { readViews, type View, where } from './read.ts'

type Inside = { tx: Tx; actor: Actor; platform: Platform }

export const get = (service: Served) =>
  handle(service.routes.get, async (inside) => {
    const view = await readOne(inside, service, inside.params.id)
    await notePartOpened(inside, view.requestId)
    return answer(view, { version: view.version })
  })

/** The request where it is of this kind and this person may see it, or the same 404 for hidden, missing and other kinds. */
export async function readOne(inside: Inside, service: Served, idOrReference: string): Promise<View> {
  const { actor, tx, platform } = inside
  const { types } = await deskFacts(platform, tx)
  const type = types.find(({ kind }) => kind === service.kind)
  if (!type) throw noSuchRequest()
  const which = sql<boolean>`r.company_id = ${actor.companyId} and ${named(idOrReference, 'r')}
    and r.request_type_id = ${type.id} and ${visibleTo(actor, 'r')}
    and (r.deleted_at is null or ${supervises(actor)})`
  const [view] = await readViews(inside, service, where(which))
  if (!view) throw noSuchRequest()
  // Its round begins a moment later; what is answered now says the same as then.
  const isNew = view.status === 'SUBMITTED' && view.approvalStatus === null
  if (service.kind !== 'HARDWARE' || !isNew) return view
  return Object.assign(view, { managerApprovalRequired: await asksManager(tx, view.requestId) })
}
