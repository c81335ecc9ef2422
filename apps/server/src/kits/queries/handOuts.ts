import { type KitHandOut, kits } from '@deskhand/contract'
import { utc } from '../../assets/access.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'

type Which = {
  id?: string
  kitId?: string | undefined
  personId?: string | undefined
  isOpen?: boolean | undefined
  after?: { value: string | null; id: string } | null
  most?: number
}
type Row = KitHandOut & { sortedBy: string }

export const handOuts = handle(kits.handOuts, async ({ tx, query }) => {
  const { limit, kitId, personId, isOpen } = query
  const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
  const rows = await readHandOuts(tx, { kitId, personId, isOpen, after, most: limit + 1 })
  const data = rows.slice(0, limit).map(({ sortedBy: _, ...handOut }) => handOut)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const next = last ? cursorOf(last.sortedBy, last.id) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, rows.length) } }, { next })
})

/** Of one hand-out, after it was written. */
export async function readHandOut(tx: Tx, id: string): Promise<KitHandOut> {
  const [row] = await readHandOuts(tx, { id })
  if (!row) throw new Error('What was handed out is not there.')
  const { sortedBy: _, ...handOut } = row
  return handOut
}

const readHandOuts = (tx: Tx, { id, kitId, personId, isOpen, after, most = 1 }: Which): Promise<Row[]> =>
  tx.query<Row>(find, [
    tx.whose.companyId,
    id ?? null,
    kitId ?? null,
    personId ?? null,
    isOpen ?? null,
    after?.value ?? null,
    after?.id ?? null,
    most,
  ])

const find = `
  select o.id, o.kit_id as "kitId", k.name as "kitName", o.person_id as "personId",
    coalesce(p.name, t.asset_tag, l.name, '') as "holderName", ${utc('o.handed_out_at')} as "handedOutAt",
    b.name as "byName", ${utc('o.due_at')} as "dueAt", o.lacking, o.items, app.kit_is_out(o.company_id, o.id) as "isOpen",
    to_json(o.handed_out_at) #>> '{}' as "sortedBy", (
      select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'assetTag', a.asset_tag, 'icon', c.icon, 'status', a.status,
        'name', coalesce(a.name, nullif(concat_ws(' ', f.name, m.name), ''), c.name),
        'state', app.kit_thing_state(h, o, a)) order by h.position, a.asset_tag), '[]')
      from app.kit_hand_out_things h
      join app.assets a on a.company_id = h.company_id and a.id = h.asset_id
      join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
      left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id
      left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
      where h.company_id = o.company_id and h.hand_out_id = o.id) as things
  from app.kit_hand_outs o
  join app.kits k on k.company_id = o.company_id and k.id = o.kit_id
  left join app.people p on p.company_id = o.company_id and p.id = o.person_id
  left join app.assets t on t.company_id = o.company_id and t.id = o.parent_asset_id
  left join app.locations l on l.company_id = o.company_id and l.id = o.location_id
  left join app.people b on b.company_id = o.company_id and b.id = o.handed_out_by_id
  where o.company_id = $1 and ($2::uuid is null or o.id = $2) and ($3::uuid is null or o.kit_id = $3)
    and ($4::uuid is null or o.person_id = $4) and ($5::boolean is null or app.kit_is_out(o.company_id, o.id) = $5)
    and ($6::timestamptz is null or (o.handed_out_at, o.id) < ($6, $7::uuid))
  order by o.handed_out_at desc, o.id desc limit $8`
