import type { AssetFields, Mover } from '@deskhand/contract'
import { deskFacts } from '../desks/access.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import type { Platform } from '../platform/platform.ts'
import { refuseField, Stop } from '../platform/stop.ts'
import { words } from './words.ts'

/** A thing as commands hold it: what its events say of it, and what its category says of all of its kind. */
export type AssetRecord = AssetFields & {
  companyId: string
  id: string
  version: number
  createdAt: string
  updatedAt: string
  /** Of its category. */
  deskId: string | null
  requiresAcceptance: boolean
  bearsData: boolean
}

type Inside = { tx: Tx; actor: Pick<Actor, 'companyId'>; ifMatch?: readonly string[] | null }

/**
 * The thing of this id or tag (in any case), or the same 404 for hidden and missing; row-level security says who sees
 * it. `lock` holds it until the commit and, for a change, is what makes the rules true. A deleted one is there only for
 * `trashed`.
 */
export async function loadAsset(
  inside: Inside,
  idOrTag: string,
  { lock = false, trashed = false }: { lock?: boolean; trashed?: boolean } = {},
): Promise<AssetRecord> {
  const { tx, actor, ifMatch } = inside
  const id = idOrTag.toLowerCase()
  const [asset] = await tx.query<AssetRecord>(
    `${records} where a.company_id = $1 and ${isUuid(id) ? 'a.id = $2::uuid' : 'a.tag_key = $2'}
     ${lock ? 'for update of a' : ''}`,
    [actor.companyId, isUuid(id) ? id : idOrTag.toUpperCase()],
  )
  if (!asset || (asset.deletedAt && !trashed)) throw new Stop('not_found', words.noSuchAsset)
  if (ifMatch && !ifMatch.includes(String(asset.version)))
    throw new Stop('stale', words.stale, { current: asset })
  return asset
}

/** Locks these things of the company, in the order of their ids so that nobody waits in a circle. */
export const lockAssets = (
  { tx, actor }: Inside,
  ids: readonly string[],
  { trashed = false, lock = true }: { trashed?: boolean; lock?: boolean } = {},
): Promise<AssetRecord[]> =>
  tx.query<AssetRecord>(
    `${records} where a.company_id = $1 and a.id = any ($2::uuid[]) ${trashed ? '' : 'and a.deleted_at is null'}
     order by a.id ${lock ? 'for update of a' : ''}`,
    [actor.companyId, ids],
  )

/** Things of the company that have one of these tags (deleted ones too) or serial numbers, in capitals; of this moment, or locked. */
export const assetsCalled = (
  { tx, actor }: Inside,
  { tags, serials }: { tags: readonly string[]; serials: readonly string[] },
  { lock = false }: { lock?: boolean } = {},
): Promise<AssetRecord[]> =>
  tx.query<AssetRecord>(
    `${records} where a.company_id = $1 and a.id in (
       select t.id from app.assets t where t.company_id = $1 and t.tag_key = any ($2::text[])
       union
       select s.id from app.assets s where s.company_id = $1 and s.serial_key = any ($3::text[])
         and s.deleted_at is null)
     order by a.id ${lock ? 'for update of a' : ''}`,
    [actor.companyId, tags, serials],
  )

/** Every tag (those of deleted things too) and serial number of the company, in capitals; for who asks for very many. */
export const assetNames = ({
  tx,
  actor,
}: Inside): Promise<{ id: string; tag: string; serial: string | null }[]> =>
  tx.query(
    `select a.id, a.tag_key as tag, case when a.deleted_at is null then a.serial_key end as serial
     from app.assets a where a.company_id = $1`,
    [actor.companyId],
  )

/** What some desk keeps: things (the desk of their category), stock, licences, certificates, kits, alerts. */
export type Kept = { deskId: string | null }

/** Whether this person keeps it: a technician of its desk, or of any where it has none. */
export const isKeeper = (actor: Actor, { deskId }: Kept): boolean =>
  actor.isAdmin || (deskId === null ? actor.desks.size > 0 : actor.desks.has(deskId))

/** Whether they lead the desk that keeps it, or any where none does. */
export const isLead = (actor: Actor, asset: Kept): boolean =>
  actor.isAdmin ||
  (isKeeper(actor, asset) &&
    (asset.deskId === null
      ? [...actor.desks.values()].includes('SUPERVISOR')
      : actor.desks.get(asset.deskId) === 'SUPERVISOR'))

/** Whether they see all things of the company; the database asks the same (`app.is_staff`). */
export const isStaff = (actor: Actor): boolean => actor.isAdmin || actor.desks.size > 0

/** As whom this person moves it in its life. */
export const moversOf = (actor: Actor, asset: Pick<AssetRecord, 'deskId' | 'personId'>): Mover[] => [
  ...(asset.personId === actor.id ? (['holder'] as const) : []),
  ...(isKeeper(actor, asset) ? (['technician'] as const) : []),
  ...(isLead(actor, asset) ? (['supervisor'] as const) : []),
  ...(actor.isAdmin ? (['admin'] as const) : []),
]

/** Stops whoever does not keep it. */
export function mustKeep(actor: Actor, kept: Kept): void {
  if (!isKeeper(actor, kept)) throw new Stop('forbidden', words.notKeeper)
}

/** Stops who may not take back what was done with it: the doer keeps it, anybody else leads its desk. */
export function mustUndo(actor: Actor, kept: Kept, isDoer: boolean): void {
  if (actor.permissions.has('assets.work') && (isDoer ? isKeeper(actor, kept) : isLead(actor, kept))) return
  throw new Stop('forbidden', isDoer ? words.notKeeper : words.undoneByLead)
}

/** Stops who names a desk that is not there, or one for which they do not keep things. */
export async function mustKeepFor(
  { tx, actor, platform }: { tx: Tx; actor: Actor; platform: Platform },
  deskId: string | null,
): Promise<void> {
  if (deskId !== null && !(await deskFacts(platform, tx)).desk(deskId))
    throw refuseField('deskId', words.noSuchDesk)
  mustKeep(actor, { deskId })
}

/** A thing as the subject of an event; `version` is what the event makes of it. Whoever had it hears of it as well. */
export const about = (asset: Pick<AssetRecord, 'id' | 'assetTag' | 'deskId' | 'personId'>): Subject => ({
  type: 'asset',
  id: asset.id,
  ref: asset.assetTag,
  ...(asset.deskId && { deskId: asset.deskId }),
  people: [asset.personId],
})

const money = `case when a.purchase_cost is not null
  then jsonb_build_object('amount', a.purchase_cost::text, 'currency', a.purchase_currency) end`
/** A moment as the log writes it, so that both compare as text. */
export const utc = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The fields of a row `a` of app.assets as its events name and write them; `assetFields` of the contract. */
export const assetColumns: Record<keyof AssetFields, string> = {
  assetTag: 'a.asset_tag',
  name: 'a.name',
  serialNumber: 'a.serial_number',
  modelId: 'a.model_id',
  categoryId: 'a.category_id',
  ownership: 'a.ownership',
  leaseEndsOn: 'a.lease_ends_on',
  lessor: 'a.lessor',
  supplier: 'a.supplier',
  orderNumber: 'a.order_number',
  purchaseDate: 'a.purchase_date',
  purchaseCost: money,
  warrantyEndsOn: 'a.warranty_ends_on',
  endOfLifeOn: 'a.end_of_life_on',
  costCenterId: 'a.cost_center_id',
  customFields: 'a.custom_fields',
  notes: 'a.notes',
  lockedFields: 'a.locked_fields',
  status: 'a.status',
  subStatus: 'a.sub_status',
  personId: 'a.person_id',
  parentAssetId: 'a.parent_asset_id',
  locationId: 'a.location_id',
  dueAt: utc('a.due_at'),
  condition: 'a.condition',
  acceptance: 'a.acceptance',
  isDisputed: 'a.is_disputed',
  source: 'a.source',
  successorId: 'a.successor_id',
  deletedAt: utc('a.deleted_at'),
}

const records = `select a.company_id as "companyId", a.id, a.version, ${Object.entries(assetColumns)
  .map(([field, column]) => `${column} as "${field}"`)
  .join(', ')},
  ${utc('a.created_at')} as "createdAt", ${utc('a.updated_at')} as "updatedAt", c.desk_id as "deskId",
  c.requires_acceptance as "requiresAcceptance", c.bears_data as "bearsData"
  from app.assets a join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id`
