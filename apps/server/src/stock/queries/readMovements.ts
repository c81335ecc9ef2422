import type { StockMovement } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { visibleTo } from '../../requests/access.ts'

export type MovementRow = StockMovement & { sortedAt: string }

/** Movements as the contract shows them, the newest first; a request that the reader does not see is not named. */
export const readMovements = (
  tx: Tx,
  actor: Actor,
  which: RawBuilder<SqlBool>,
  limit: number,
): Promise<MovementRow[]> =>
  send<MovementRow>(
    tx,
    sql`select m.id, m.kind, m.quantity, m.note, p.name as "personName", a.asset_tag as "assetTag",
      r.id as "requestId", r.reference_number as "referenceNumber", m.undoes_id as "undoesId",
      undone.id as "undoneById", m.operation_id as "operationId", m.actor_name as "actorName",
      to_json(m.at) #>> '{}' as at, to_json(m.at) #>> '{}' as "sortedAt", (
        select json_agg(json_build_object('account', line.account,
          'holderId', coalesce(line.location_id, line.person_id, line.asset_id),
          'name', coalesce(place.name, person.name, thing.asset_tag), 'quantity', line.quantity) order by line.position)
        from app.stock_lines line
        left join app.locations place on place.company_id = line.company_id and place.id = line.location_id
        left join app.people person on person.company_id = line.company_id and person.id = line.person_id
        left join app.assets thing on thing.company_id = line.company_id and thing.id = line.asset_id
        where line.company_id = m.company_id and line.movement_id = m.id) as lines
    from app.stock_movements m
    left join app.people p on p.company_id = m.company_id and p.id = m.person_id
    left join app.assets a on a.company_id = m.company_id and a.id = m.asset_id
    left join app.requests r on r.company_id = m.company_id and r.id = m.request_id and ${visibleTo(actor, 'r')}
    left join app.stock_movements undone on undone.company_id = m.company_id and undone.undoes_id = m.id
    where m.company_id = ${tx.whose.companyId} and ${which}
    order by m.at desc, m.id desc limit ${limit}`,
  )

export async function readMovement(tx: Tx, actor: Actor, id: string): Promise<StockMovement> {
  const [row] = await readMovements(tx, actor, sql`m.id = ${id}`, 1)
  if (!row) throw new Error('A movement was written that its author cannot see.')
  const { sortedAt: _, ...movement } = row
  return movement
}
