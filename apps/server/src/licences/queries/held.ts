import { type HeldSeat, licences } from '@deskhand/contract'
import { loadAsset, utc } from '../../assets/access.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'
import { isOver, licenceSources } from './columns.ts'

export const ofAsset = handle(licences.ofAsset, async ({ tx, actor, params }) => {
  const { id } = await loadAsset({ tx, actor }, params.id)
  return { data: await heldBy(tx, 'asset_id', id) }
})

export const ofPerson = handle(licences.ofPerson, async ({ tx, actor, params }) => {
  const id = params.id.toLowerCase()
  const known = isUuid(id)
    ? await tx.query('select from app.people where company_id = $1 and id = $2', [actor.companyId, id])
    : []
  if (known.length === 0) throw new Stop('not_found', words.noSuchPerson)
  return { data: await heldBy(tx, 'person_id', id) }
})

async function heldBy(tx: Tx, column: 'asset_id' | 'person_id', id: string): Promise<HeldSeat[]> {
  const rows = await tx.query<{ seat: HeldSeat }>(
    `select json_build_object('id', h.id, 'note', h.note, 'assignedAt', ${utc('h.assigned_at')}, 'licence',
       json_build_object('id', l.id, 'name', l.name, 'publisher', l.publisher, 'kind', l.kind, 'isOver', ${isOver})) as seat
     from ${licenceSources} join app.licence_seats h on h.company_id = l.company_id and h.licence_id = l.id
     where l.company_id = $1 and h.${column} = $2 and h.freed_at is null order by lower(l.name), h.id limit 1000`,
    [tx.whose.companyId, id],
  )
  return rows.map(({ seat }) => seat)
}
