import type { Certificate } from '@deskhand/contract'
import { loadAsset, mustKeep } from '../assets/access.ts'
import { activeAmong } from '../people/access.ts'
import type { Actor } from '../platform/actor.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { refuseField, Stop } from '../platform/stop.ts'
import { certificateJson, certificateSources } from './queries/columns.ts'
import { words } from './words.ts'

type Inside = { tx: Tx; ifMatch?: readonly string[] | null }

/** A certificate or domain of the company; `lock` holds it until the commit. A deleted one is there only for `trashed`. */
export async function loadCertificate(
  { tx, ifMatch }: Inside,
  id: string,
  { lock = false, trashed = false }: { lock?: boolean; trashed?: boolean } = {},
): Promise<Certificate> {
  const [row] = isUuid(id.toLowerCase())
    ? await tx.query<{ one: Certificate }>(
        `select ${certificateJson('$3')} as one from ${certificateSources}
         where c.company_id = $1 and c.id = $2 ${trashed ? '' : 'and c.deleted_at is null'} ${lock ? 'for update of c' : ''}`,
        [tx.whose.companyId, id.toLowerCase(), clock.now()],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchCertificate)
  if (ifMatch && !ifMatch.includes(String(row.one.version)))
    throw new Stop('stale', words.stale, { current: row.one })
  return row.one
}

/** A locked one that this person keeps. */
export async function keptCertificate(inside: Inside & { actor: Actor }, id: string): Promise<Certificate> {
  const one = await loadCertificate(inside, id, { lock: true })
  mustKeep(inside.actor, one)
  return one
}

export const about = ({ id, name }: Pick<Certificate, 'id' | 'name'>): Subject => ({
  type: 'certificate',
  id,
  ref: name,
})

type Named = { ownerId?: string | null | undefined; assetId?: string | null | undefined }

/** Whoever looks after it works here, and the thing that it is on is known. */
export async function mustBeNamed(tx: Tx, { ownerId, assetId }: Named): Promise<void> {
  const companyId = tx.whose.companyId ?? ''
  if (ownerId && !(await activeAmong(tx, companyId, [ownerId])).has(ownerId))
    throw refuseField('ownerId', words.noSuchPerson)
  if (!assetId) return
  await loadAsset({ tx, actor: { companyId } }, assetId).catch(() => {
    throw refuseField('assetId', words.noSuchThing)
  })
}
