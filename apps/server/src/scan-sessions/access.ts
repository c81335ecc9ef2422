import type { Scan, ScanSession, StockAlong } from '@deskhand/contract'
import type { AssetRecord } from '../assets/access.ts'
import { isKeeper, lockAssets } from '../assets/access.ts'
import { readHolders, readReceiver } from '../custody/access.ts'
import {
  type Receiver,
  refusalOfReceiver,
  refusalToHandOut,
  refusalToMove,
  refusalToTakeBack,
} from '../custody/rules.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import { Stop } from '../platform/stop.ts'
import { readAlong } from '../stock/queries/along.ts'
import { words } from './words.ts'

type Inside = { tx: Tx; actor: Actor }
export type SessionRecord = {
  id: string
  mode: ScanSession['mode']
  personId: string | null
  locationId: string | null
  assetId: string | null
  dueAt: Date | null
  note: string | null
  condition: ScanSession['condition']
  startedAt: Date
  committedAt: Date | null
  operationId: string | null
}
/** A code of a session, its thing as it is now, and what stands in the way. */
export type Judged = {
  code: string
  asset: AssetRecord | null
  name: string | null
  holder: string | null
  problem: string | null
  along: Scan['along']
}

/** One's own session, locked, or the same 404 for hidden and missing. */
export async function loadSession({ tx, actor }: Inside, idText: string): Promise<SessionRecord> {
  const id = idText.toLowerCase()
  const [session] = isUuid(id)
    ? await tx.query<SessionRecord>(
        `select id, mode, person_id as "personId", location_id as "locationId", asset_id as "assetId", due_at as "dueAt",
           note, condition, started_at as "startedAt", committed_at as "committedAt", operation_id as "operationId"
         from app.scan_sessions where company_id = $1 and id = $2 and started_by_id = $3 for update`,
        [actor.companyId, id, actor.id],
      )
    : []
  if (!session) throw new Stop('not_found', words.noSuchSession)
  return session
}

/** Where all of it goes; null for what goes back to where it was. */
export async function receiverOf(
  inside: Inside,
  session: SessionRecord,
  thingIds: readonly string[],
): Promise<Receiver | null> {
  const { personId, locationId, assetId } = session
  if (!personId && !locationId && !assetId) return null
  const target = {
    ...(personId && { personId }),
    ...(locationId && { locationId }),
    ...(assetId && { assetId }),
  }
  return readReceiver(inside, target, thingIds)
}

type Line = { code: string; assetId: string | null; name: string | null }

/** Everything that was scanned, in its order, with what stands in the way now. The things are locked. */
export async function judge(
  inside: Inside,
  session: SessionRecord,
): Promise<{ judged: Judged[]; to: Receiver | null }> {
  const { tx, actor } = inside
  const lines = await tx.query<Line>(findLines, [actor.companyId, session.id])
  const ids = lines.flatMap(({ assetId }) => assetId ?? [])
  const assets = new Map((await lockAssets(inside, ids)).map((asset) => [asset.id, asset]))
  const [to, holders, along] = [
    await receiverOf(inside, session, ids),
    await readHolders(tx, [...assets.values()]),
    session.mode === 'CHECK_IN' && ids.length > 0 ? await readAlong(tx, { assetIds: ids }) : [],
  ]
  const judged = lines.map(({ code, assetId, name }) => {
    const asset = assetId ? (assets.get(assetId) ?? null) : null
    const holder = asset ? (holders.get(asset.id) ?? null) : null
    const problem = problemOf(actor, session, asset, to, holder ?? '')
    return { code, asset, name, holder, problem, along: alongWith(asset, along) }
  })
  return { judged, to }
}

const alongWith = (asset: AssetRecord | null, along: readonly StockAlong[]) =>
  along
    .filter(({ assetId, personId }) => assetId === asset?.id && personId === asset.personId)
    .map(({ itemId, name, quantity }) => ({ itemId, name, quantity }))

function problemOf(
  actor: Actor,
  { mode }: SessionRecord,
  asset: AssetRecord | null,
  to: Receiver | null,
  holder: string,
): string | null {
  if (!asset) return words.unknown
  if (!isKeeper(actor, asset)) return words.notKeeper
  if (mode === 'CHECK_IN') return refusalToTakeBack(asset)?.sentence ?? null
  if (!to) return null
  const refusal = mode === 'CHECK_OUT' ? refusalToHandOut(asset, to, holder) : refusalToMove(asset, to)
  return refusal?.sentence ?? refusalOfReceiver(asset, to)
}

/** As the contract shows it. */
export function sessionOf(
  session: SessionRecord,
  judged: readonly Judged[],
  to: Receiver | null,
): ScanSession {
  const { id, mode, condition, note, operationId } = session
  const isDone = session.committedAt !== null
  return {
    id,
    mode,
    targetName: to?.name ?? null,
    condition,
    dueAt: session.dueAt?.toISOString() ?? null,
    note,
    startedAt: session.startedAt.toISOString(),
    committedAt: session.committedAt?.toISOString() ?? null,
    operationId,
    scans: judged.map(({ code, asset, name, holder, problem, along }) => ({
      code,
      assetId: asset?.id ?? null,
      assetTag: asset?.assetTag ?? null,
      name,
      status: asset?.status ?? null,
      holderName: holder,
      // What was done stands in the way of nothing any more.
      problem: isDone ? null : problem,
      along: isDone ? [] : along,
    })),
  }
}

const findLines = `
  select s.code, s.asset_id as "assetId", coalesce(a.name, nullif(concat_ws(' ', f.name, m.name), ''), c.name) as name
  from app.scans s
  left join app.assets a on a.company_id = s.company_id and a.id = s.asset_id
  left join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
  left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id
  left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
  where s.company_id = $1 and s.session_id = $2 order by s.position, s.code`
