import type { AssetFields } from '@deskhand/contract'
import { type AssetRecord, assetsCalled, lockAssets } from '../../assets/access.ts'
import { type AssetChange, changeAssets } from '../../assets/commands/write.ts'
import { whatPointsTo } from '../../assets/queries/pointers.ts'
import { freeSeats } from '../../licences/commands/freeSeats.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Work } from '../resources.ts'
import type { Refused, Taken, Undoing } from '../takeBack.ts'
import { words } from '../words.ts'

/** So many in one transaction. */
const piece = 500

type Wrote = {
  id: number
  name: 'asset.created' | 'asset.updated' | 'asset.restored'
  subjectId: string
  subjectRef: string | null
  version: number
  changes: Record<string, [unknown, unknown]>
}

/** The last things that it wrote and that are still to be taken back: those that nobody changed since. */
export async function takeThings(
  { tx, actor, record }: Work,
  { operationId, undoesId, before }: Undoing,
): Promise<Taken> {
  const wrote = await tx.query<Wrote>(nextWritten, [actor.companyId, undoesId, before, piece])
  const there = new Map(
    (
      await lockAssets(
        { tx, actor },
        wrote.map(({ subjectId }) => subjectId),
        { trashed: true },
      )
    ).map((asset) => [asset.id, asset]),
  )
  const [owners, pointers] = await Promise.all([
    ownersOf({ tx, actor }, wrote),
    whatPointsTo(
      tx,
      wrote.flatMap(({ name, subjectId }) => (name === 'asset.updated' ? [] : [subjectId])),
    ),
  ])
  const refused: Refused[] = []
  const changes: AssetChange[] = []
  for (const event of wrote) {
    const asset = there.get(event.subjectId)
    if (!asset || asset.version !== event.version)
      refused.push({
        type: 'asset',
        id: event.subjectId,
        ref: event.subjectRef,
        message: words.changedMeanwhile,
      })
    else if (isTaken(event, owners))
      refused.push({
        type: 'asset',
        id: event.subjectId,
        ref: event.subjectRef,
        message: words.serialTakenSince,
      })
    else if (pointers.has(event.subjectId))
      refused.push({
        type: 'asset',
        id: event.subjectId,
        ref: event.subjectRef,
        message: pointers.get(event.subjectId) ?? words.changedMeanwhile,
      })
    else changes.push({ ...turned(asset, event), within: { operationId, causedById: event.id } })
  }
  const changed = await changeAssets({ tx, actor, record }, changes)
  const gone = changes.flatMap(({ asset, name }) => (name === 'asset.deleted' ? [asset.id] : []))
  await freeSeats({ tx, actor: null, record }, { assetIds: gone }, 'THING_GONE')
  return {
    changed: changed.length,
    unchanged: changes.length - changed.length,
    refused,
    before: wrote.at(-1)?.id ?? before,
    isOver: wrote.length < piece,
  }
}

/** What a thing was before this event; what the import added is deleted as made in error. */
function turned(asset: AssetRecord, { name, changes }: Wrote): AssetChange {
  if (name === 'asset.created')
    return { asset, name: 'asset.deleted', data: {}, given: { deletedAt: clock.now().toISOString() } }
  // The first halves of what a thing’s event changed are its fields as they were.
  const given: Partial<AssetFields> = Object.fromEntries(
    Object.entries(changes).map(([field, [old]]) => [field, old]),
  )
  if (name === 'asset.restored') return { asset, name: 'asset.deleted', data: {}, given }
  return { asset, name: 'asset.updated', data: { fields: Object.keys(changes) }, given }
}

/** A serial number that would come back, in capitals. */
const serialBefore = ({ name, changes }: Wrote): string | null => {
  const old = name === 'asset.updated' ? changes['serialNumber']?.[0] : null
  return typeof old === 'string' ? old.toUpperCase() : null
}

/** Which things have the serial numbers now that would come back. */
async function ownersOf({ tx, actor }: { tx: Tx; actor: Actor }, wrote: readonly Wrote[]) {
  const serials = wrote.flatMap((event) => serialBefore(event) ?? [])
  const found = serials.length > 0 ? await assetsCalled({ tx, actor }, { tags: [], serials }) : []
  return new Map(found.map(({ id, serialNumber }) => [serialNumber?.toUpperCase() ?? '', id]))
}

const isTaken = (event: Wrote, owners: ReadonlyMap<string, string>): boolean => {
  const owner = owners.get(serialBefore(event) ?? '')
  return owner !== undefined && owner !== event.subjectId
}

const nextWritten = `
  select e.id, e.name, e.subject_id as "subjectId", e.subject_ref as "subjectRef", e.subject_version as version, e.changes
  from app.events e
  where e.company_id = $1 and e.operation_id = $2 and e.subject_version is not null
    and ($3::bigint is null or e.id < $3)
  order by e.id desc limit $4`
