import type { Kit, KitPartIn } from '@deskhand/contract'
import { mustKeep, utc } from '../assets/access.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { words } from './words.ts'

type Inside = { tx: Tx; actor: Pick<Actor, 'companyId'>; ifMatch?: readonly string[] | null }

/** Kits as the contract has them, by their names. */
export const readKits = ({ tx, actor }: Inside, id: string | null = null): Promise<Kit[]> =>
  tx.query<Kit>(find, [actor.companyId, id])

/** The kit, or the same 404 for hidden and missing; `lock` holds it until the commit. */
export async function loadKit(inside: Inside, idText: string, { lock = false } = {}): Promise<Kit> {
  const { tx, actor, ifMatch } = inside
  const id = idText.toLowerCase()
  if (!isUuid(id)) throw new Stop('not_found', words.noSuchKit)
  if (lock)
    await tx.run('select from app.kits where company_id = $1 and id = $2 for update', [actor.companyId, id])
  const [kit] = await readKits(inside, id)
  if (!kit) throw new Stop('not_found', words.noSuchKit)
  if (ifMatch && !ifMatch.includes(String(kit.version)))
    throw new Stop('stale', words.stale, { current: kit })
  return kit
}

/** A locked one that this person keeps. */
export async function keptKit(inside: Inside & { actor: Actor }, id: string): Promise<Kit> {
  const kit = await loadKit(inside, id, { lock: true })
  mustKeep(inside.actor, kit)
  return kit
}

export const about = ({ id, name }: Pick<Kit, 'id' | 'name'>): Subject => ({ type: 'kit', id, ref: name })

/** What of a part its row and its events say. */
export const partsOf = (parts: readonly KitPartIn[]): KitPartIn[] =>
  parts.map(({ modelId, categoryId, stockItemId, count }) => ({ modelId, categoryId, stockItemId, count }))

// A thing is free where handing it out would not be refused; see custody.
const find = `
  select k.id, k.name, k.description, k.desk_id as "deskId", desk.name as "deskName", ${utc('k.updated_at')} as "updatedAt", k.version,
    coalesce(parts.list, '[]') as parts, coalesce(parts.ready, 0) as "readyCount",
    (select count(*)::int from app.kit_hand_outs o where o.company_id = k.company_id and o.kit_id = k.id
      and app.kit_is_out(o.company_id, o.id)) as "outCount"
  from app.kits k
  left join app.desks desk on desk.company_id = k.company_id and desk.id = k.desk_id
  left join lateral (
    select jsonb_agg(jsonb_build_object('modelId', p.model_id, 'categoryId', p.category_id,
        'stockItemId', p.stock_item_id, 'count', p.count,
        'name', coalesce(nullif(concat_ws(' ', f.name, m.name), ''), c.name, i.name), 'icon', coalesce(mc.icon, c.icon, 'box'),
        'freeCount', free.count) order by p.position) as list,
      min(free.count / p.count)::int as ready
    from app.kit_parts p
    left join app.asset_models m on m.company_id = p.company_id and m.id = p.model_id
    left join app.asset_categories mc on mc.company_id = m.company_id and mc.id = m.category_id
    left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
    left join app.asset_categories c on c.company_id = p.company_id and c.id = p.category_id
    left join app.stock_items i on i.company_id = p.company_id and i.id = p.stock_item_id
    cross join lateral (
      select case when p.stock_item_id is not null then (
        select coalesce(max(b.quantity), 0)::int from app.stock_balances b where b.company_id = p.company_id
          and b.item_id = p.stock_item_id and b.account = 'PLACE') else (
      select count(*)::int from app.assets a
      where a.company_id = p.company_id and a.deleted_at is null and a.status = 'IN_STOCK' and a.sub_status = 'AVAILABLE'
        and case when p.model_id is null then a.category_id = p.category_id else a.model_id = p.model_id end) end as count) free
    where p.company_id = k.company_id and p.kit_id = k.id) parts on true
  where k.company_id = $1 and k.deleted_at is null and ($2::uuid is null or k.id = $2)
  order by lower(k.name), k.id`
