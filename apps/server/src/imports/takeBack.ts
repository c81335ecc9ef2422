import type { AssetFields } from '@deskhand/contract'
import { type AssetRecord, assetsCalled, lockAssets } from '../assets/access.ts'
import { type AssetChange, changeAssets } from '../assets/commands/write.ts'
import { whatPointsTo } from '../assets/queries/pointers.ts'
import { countOn, stillRuns } from '../operations/commands/running.ts'
import type { Actor } from '../platform/actor.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { about, loadImport } from './access.ts'
import { again, piece, type Step, step, whoGoesOn } from './running.ts'
import { words } from './words.ts'

type Payload = { importId: string; before: number | null }
type Wrote = {
  id: number
  name: 'asset.created' | 'asset.updated' | 'asset.restored'
  subjectId: string
  subjectRef: string | null
  version: number
  changes: Record<string, [unknown, unknown]>
}
type Refused = { id: string; ref: string | null; message: string }

/** Takes an import back, the last row first, a piece in each transaction; what was changed since stays and is listed. */
export async function takeBack(
  platform: Platform,
  companyId: string,
  { operationId, undoesId }: { operationId: string; undoesId: string },
  personId: string | null,
): Promise<void> {
  const actor = await whoGoesOn(platform, companyId, personId)
  if (!actor) return
  for (;;) {
    const goesOn = await again(() =>
      step(platform, actor, (inside) => takePiece(inside, actor, operationId, undoesId)),
    )
    if (!goesOn) return
  }
}

async function takePiece(
  { tx, record }: Step,
  actor: Actor,
  operationId: string,
  undoesId: string,
): Promise<boolean> {
  if (!(await stillRuns(tx, operationId))) return false
  const [row] = await tx.query<{ payload: Payload }>(
    'select payload from app.operations where company_id = $1 and id = $2 for update',
    [actor.companyId, operationId],
  )
  const before = row?.payload.before ?? null
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
      refused.push({ id: event.subjectId, ref: event.subjectRef, message: words.changedMeanwhile })
    else if (isTaken(event, owners))
      refused.push({ id: event.subjectId, ref: event.subjectRef, message: words.serialTakenSince })
    else if (pointers.has(event.subjectId))
      refused.push({
        id: event.subjectId,
        ref: event.subjectRef,
        message: pointers.get(event.subjectId) ?? words.changedMeanwhile,
      })
    else changes.push({ ...turned(asset, event), within: { operationId, causedById: event.id } })
  }
  const changed = await changeAssets({ tx, actor, record }, changes)
  await keepRefused(tx, operationId, refused)
  const last = wrote.at(-1)
  const isOver = wrote.length < piece
  await tx.run('update app.operations set payload = payload || $3::jsonb where company_id = $1 and id = $2', [
    actor.companyId,
    operationId,
    JSON.stringify({ before: last?.id ?? before }),
  ])
  const counts = {
    changed: changed.length,
    unchanged: changes.length - changed.length,
    refused: refused.length,
  }
  await countOn({ tx, record }, operationId, counts, { isOver })
  if (isOver) await tellEnd({ tx, record }, actor, operationId, row?.payload.importId ?? '')
  return !isOver
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

async function keepRefused(tx: Tx, operationId: string, refused: readonly Refused[]): Promise<void> {
  if (refused.length === 0) return
  await tx.run(
    `insert into app.operation_items (company_id, operation_id, position, subject_type, subject_id, subject_ref, state,
       status, code, detail)
     select $1, $2, (select coalesce(max(position), -1) from app.operation_items
         where company_id = $1 and operation_id = $2) + r.place, 'asset', r.id, r.ref, 'REFUSED', 409, 'conflict', r.message
     from rows from (jsonb_to_recordset($3::jsonb) as (id uuid, ref text, message text))
       with ordinality r(id, ref, message, place)`,
    [tx.whose.companyId, operationId, JSON.stringify(refused)],
  )
}

async function tellEnd(
  { tx, record }: Step,
  actor: Actor,
  operationId: string,
  importId: string,
): Promise<void> {
  const list = await loadImport({ tx }, importId)
  const [undone] = await tx.query<{ changed: number; refused: number }>(
    'select changed, refused from app.operations where company_id = $1 and id = $2',
    [actor.companyId, operationId],
  )
  if (undone) record('import.undone', about(list, actor), undone)
}

const nextWritten = `
  select e.id, e.name, e.subject_id as "subjectId", e.subject_ref as "subjectRef", e.subject_version as version, e.changes
  from app.events e
  where e.company_id = $1 and e.operation_id = $2 and e.subject_version is not null
    and ($3::bigint is null or e.id < $3)
  order by e.id desc limit $4`
