import type { Tx } from '../../platform/db/transaction.ts'

/**
 * What a duplicate is about, the request that it goes into is about too; its own links stay with it. A link that came
 * along says when it was made where it came from: by this moment it is known again.
 */
export async function carryThings(tx: Tx, sourceId: string, targetId: string): Promise<void> {
  await tx.run(
    `insert into app.request_assets (company_id, request_id, asset_id, linked_by_id, linked_at)
     select l.company_id, $3, l.asset_id, l.linked_by_id, l.linked_at from app.request_assets l
     where l.company_id = $1 and l.request_id = $2
     on conflict (company_id, request_id, asset_id) do nothing`,
    [tx.whose.companyId, sourceId, targetId],
  )
}

/** The duplicate goes its own way again, and what came along with it too, where no other duplicate is about it. */
export async function takeThingsAlong(tx: Tx, sourceId: string, targetId: string): Promise<void> {
  const whose = [tx.whose.companyId, sourceId, targetId]
  await tx.run(staysByAnother, whose)
  await tx.run(
    `delete from app.request_assets t using app.request_assets s
     where t.company_id = $1 and t.request_id = $3 and s.company_id = $1 and s.request_id = $2
       and s.asset_id = t.asset_id and s.linked_at = t.linked_at`,
    whose,
  )
}

const staysByAnother = `
  update app.request_assets t set linked_at = other.linked_at, linked_by_id = other.linked_by_id
  from app.request_assets s, app.request_assets other
  join app.requests r on r.company_id = other.company_id and r.id = other.request_id
  where t.company_id = $1 and t.request_id = $3 and s.company_id = $1 and s.request_id = $2
    and s.asset_id = t.asset_id and s.linked_at = t.linked_at
    and other.company_id = $1 and other.asset_id = t.asset_id and r.merged_into_id = $3 and r.id <> $2`
