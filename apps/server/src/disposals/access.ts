import {
  type Disposal,
  type DisposalOutcome,
  type DisposalState,
  disposalStates,
  type Mover,
} from '@deskhand/contract'
import { type AssetRecord, assetsCalled, isLead, lockAssets, mustKeep } from '../assets/access.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import type { RecordEvent } from '../platform/log/record.ts'
import type { Platform } from '../platform/platform.ts'
import { Stop } from '../platform/stop.ts'
import { words } from './words.ts'

export type Inside = {
  tx: Tx
  actor: Actor
  record: RecordEvent
  platform: Platform
  ifMatch?: readonly string[] | null
}

/** A batch as commands hold it. */
export type DisposalRecord = {
  id: string
  number: number
  name: string
  outcome: DisposalOutcome
  state: DisposalState
  partner: string | null
  notes: string | null
  createdById: string | null
  receiptPath: string | null
  version: number
}

/** The batch, locked, or the same 404 for hidden and missing; row-level security says who sees it. */
export async function lockDisposal(
  { tx, ifMatch }: Pick<Inside, 'tx' | 'ifMatch'>,
  idText: string,
): Promise<DisposalRecord> {
  const id = idText.toLowerCase()
  const [row] = isUuid(id)
    ? await tx.query<DisposalRecord>(
        `select d.id, d.number, d.name, d.outcome, d.state, d.partner, d.notes, d.created_by_id as "createdById",
           d.receipt_path as "receiptPath", d.version
         from app.disposals d where d.company_id = $1 and d.id = $2 for update of d`,
        [tx.whose.companyId, id],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchDisposal)
  if (ifMatch && !ifMatch.includes(String(row.version))) throw new Stop('stale', words.stale)
  return row
}

/** What is in it, locked. */
export async function lockThings(
  { tx, actor }: Pick<Inside, 'tx' | 'actor'>,
  disposalId: string,
): Promise<AssetRecord[]> {
  const rows = await tx.query<{ id: string }>(
    'select asset_id as id from app.disposal_things where company_id = $1 and disposal_id = $2',
    [actor.companyId, disposalId],
  )
  return lockAssets(
    { tx, actor },
    rows.map(({ id }) => id),
  )
}

/** Things by ids or tags, each once and locked; all are there, and kept by whoever asks. */
export async function lockNamed(
  { tx, actor }: Pick<Inside, 'tx' | 'actor'>,
  names: readonly string[],
): Promise<AssetRecord[]> {
  const ids = names.map((name) => name.toLowerCase()).filter(isUuid)
  const tags = names.filter((name) => !isUuid(name.toLowerCase())).map((name) => name.toUpperCase())
  const called = tags.length > 0 ? await assetsCalled({ tx, actor }, { tags, serials: [] }) : []
  const things = await lockAssets({ tx, actor }, [...new Set([...ids, ...called.map(({ id }) => id)])])
  const known = new Set(things.flatMap(({ id, assetTag }) => [id, assetTag.toUpperCase()]))
  const missing = names.find((name) => !known.has(name.toLowerCase()) && !known.has(name.toUpperCase()))
  if (missing) throw new Stop('not_found', words.noSuchThing(missing))
  for (const thing of things) mustKeep(actor, thing)
  return things
}

/** As whom this person moves a batch of these things. */
export function moversFor(actor: Actor, things: readonly Pick<AssetRecord, 'deskId'>[]): Mover[] {
  const leads =
    things.length > 0 ? things.every((thing) => isLead(actor, thing)) : isLead(actor, { deskId: null })
  return [
    ...(actor.permissions.has('assets.work') ? (['technician'] as const) : []),
    ...(leads ? (['supervisor'] as const) : []),
  ]
}

/** Where it can go now, for these. */
export const waysFrom = (
  { state, createdById }: Pick<DisposalRecord, 'state' | 'createdById'>,
  actor: Actor,
  movers: readonly Mover[],
): Disposal['moves'] =>
  disposalStates.from(state).flatMap((to) => {
    if (disposalStates.refusalBy(state, to, movers)) return []
    if (to === 'APPROVED' && createdById === actor.id) return []
    return [{ to, word: disposalStates.find(state, to)?.word ?? '' }]
  })

/** A batch as the subject of an event. */
export const about = ({ id, number }: Pick<DisposalRecord, 'id' | 'number'>): Subject => ({
  type: 'disposal',
  id,
  ref: String(number),
})
