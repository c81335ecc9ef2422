import type { Equipment, EquipmentThing } from '@deskhand/contract'
import { deskFor } from '../acceptances/queries/deskFor.ts'
import { type AssetRecord, loadAsset } from '../assets/access.ts'
import { words as assetWords } from '../assets/words.ts'
import { isSealOf } from '../found/rules.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { RecordEvent } from '../platform/log/record.ts'
import type { Platform } from '../platform/platform.ts'
import { Stop } from '../platform/stop.ts'
import { linkThings } from '../request-assets/commands/keep.ts'
import { openRequest } from '../requests/commands/create.ts'

export type Inside = { tx: Tx; actor: Actor; record: RecordEvent; platform: Platform }
export type Heard = EquipmentThing & { requestRef: string | null }

/** A thing that this person has, locked; what somebody else has is not there. */
export async function loadOwn(inside: Inside, idOrTag: string): Promise<AssetRecord> {
  const asset = await loadAsset(inside, idOrTag, { lock: true })
  if (asset.personId !== inside.actor.id) throw new Stop('not_found', assetWords.noSuchAsset)
  return asset
}

type Labelled = Pick<AssetRecord, 'id' | 'assetTag' | 'deskId' | 'personId'> & {
  name: string
  place: string | null
}

/** The thing on whose label this seal stands, whoever has it; a seal of another one, or of another company, finds nothing. */
export async function loadLabelled(
  { tx, actor, platform }: Pick<Inside, 'tx' | 'actor' | 'platform'>,
  tag: string,
  seal: string,
): Promise<Labelled> {
  const [thing] = isSealOf(platform.secret, actor.companyId, tag, seal)
    ? await tx.query<Labelled>(
        `select id, asset_tag as "assetTag", desk_id as "deskId", person_id as "personId", name, place
         from app_priv.labelled_thing($1)`,
        [tag],
      )
    : []
  if (!thing) throw new Stop('not_found', assetWords.noSuchAsset)
  return thing
}

/** What one person has, and what waits for their signature, in one statement. */
export async function readEquipment({ tx, actor }: Pick<Inside, 'tx' | 'actor'>): Promise<Equipment> {
  const [row] = await tx.query<{ equipment: Equipment }>(find, [actor.companyId, actor.id])
  return row?.equipment ?? { data: [], toSign: [] }
}

/** One of their things as they see it, with the request that came of what they said. */
export async function readOwn(inside: Inside, id: string, requestRef: string | null): Promise<Heard> {
  const [row] = await inside.tx.query<{ thing: EquipmentThing }>(
    `select ${thing} as thing ${source} where a.company_id = $1 and a.id = $2`,
    [inside.actor.companyId, id],
  )
  if (!row) throw new Stop('not_found', assetWords.noSuchAsset)
  return { ...row.thing, requestRef }
}

/** "ThinkPad X1 (LT-00231)" */
export async function nameOf(tx: Tx, asset: AssetRecord): Promise<string> {
  const [row] = await tx.query<{ name: string }>(
    `select ${name} as name ${source} where a.company_id = $1 and a.id = $2`,
    [tx.whose.companyId, asset.id],
  )
  return `${row?.name ?? ''} (${asset.assetTag})`.trim()
}

/** Opens a request about a thing at the desk that keeps it, in the name of who says so. */
export async function tellDesk(
  inside: Inside,
  asset: Pick<AssetRecord, 'id' | 'assetTag' | 'deskId'>,
  said: { summary: string; description: string },
): Promise<{ id: string; ref: string } | null> {
  const deskCode = await deskFor(inside.tx, [asset])
  if (!deskCode) return null
  const request = await openRequest(inside, {
    serviceDeskCode: deskCode,
    summary: said.summary.slice(0, 200),
    description: said.description,
  })
  await linkThings(inside, { ...request, companyId: inside.actor.companyId }, [asset])
  return { id: request.id, ref: request.referenceNumber }
}

const name = `coalesce(a.name, nullif(concat_ws(' ', f.name, m.name), ''), c.name)`
const source = `
  from app.assets a
  join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
  left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id
  left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
  left join app.equipment_confirmations y
    on y.company_id = a.company_id and y.asset_id = a.id and y.person_id = a.person_id
  left join lateral (
    select lower(h.during) as since from app.asset_holdings h
    where h.company_id = a.company_id and h.asset_id = a.id and upper_inf(h.during)) held on true`
const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const thing = `jsonb_build_object('id', a.id, 'assetTag', a.asset_tag, 'name', ${name}, 'kind', c.name, 'icon', c.icon,
  'serialNumber', a.serial_number, 'status', a.status, 'since', ${instant('held.since')}, 'dueAt', ${instant('a.due_at')},
  'warrantyEndsOn', a.warranty_ends_on, 'acceptance', a.acceptance, 'isDisputed', a.is_disputed,
  'confirmedAt', ${instant('y.confirmed_at')}, 'isConfirmationAsked', exists (select from app.stock_take_items k
    where k.company_id = a.company_id and k.asset_id = a.id and k.is_asked and k.expected_person_id = a.person_id),
  'isReturnAsked', a.sub_status is not distinct from 'TO_RETURN',
  'deskCode', (select d.code from app.desks d where d.company_id = a.company_id and d.id = c.desk_id))`

const find = `
  select jsonb_build_object(
    'data', (select coalesce(jsonb_agg(${thing} order by held.since desc nulls last, a.asset_tag), '[]') ${source}
      where a.company_id = $1 and a.person_id = $2 and a.deleted_at is null
        and a.status in ('DEPLOYED', 'MISSING', 'IN_MAINTENANCE')),
    'toSign', (select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'askedByName', (
        select p.name from app.people p where p.company_id = q.company_id and p.id = q.asked_by_id),
        'names', (select coalesce(jsonb_agg(t.name order by t.position), '[]') from app.acceptance_things t
          where t.company_id = q.company_id and t.acceptance_id = q.id and t.ended_at is null),
        'expiresAt', ${instant('q.expires_at')}) order by q.asked_at), '[]')
      from app.acceptances q where q.company_id = $1 and q.person_id = $2 and q.state = 'PENDING')) as equipment`
