import type { Request } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { Json } from '../../platform/http/answer.ts'
import { canDo, type Standing } from '../rules.ts'
import { rowColumns, rowSources } from './columns.ts'

/** One request whole, as this person sees it; null where the condition on `r` finds none. */
export async function readWhole(
  tx: Tx,
  actor: Actor,
  which: RawBuilder<SqlBool>,
): Promise<(Json<Request> & { version: number }) | null> {
  const { rows } = await sql<Standing & { text: string; version: number }>`
    select (select row_to_json(one) from (select ${rowColumns(actor)},
        r.requester_email as "requesterEmail", r.requester_phone as "requesterPhone", r.description,
        r.impact, r.urgency, r.custom_fields as "customFields", d.name as "deskName",
        kind.name as "requestTypeName", category.name as "categoryName",
        json_build_object('id', maker.id, 'name', maker.name, 'department', maker.department, 'site', maker.site)
          as "createdBy",
        r.review_kind as "reviewKind", r.question, r.rejection_reason as "rejectionReason",
        r.resolution_code as "resolutionCode", r.resolution_text as "resolutionText",
        r.reopen_count as "reopenCount") one)::text as text,
      r.version, r.service_desk_id, r.requester_id, r.created_by_id, r.is_confidential, r.status,
      r.review_kind, r.assigned_to_id, r.appeal_count, r.status_changed_at, r.closed_at, r.deleted_at
    from app.requests r ${rowSources(actor)}
    join app.people maker on maker.company_id = r.company_id and maker.id = r.created_by_id
    left join app.request_types kind on kind.company_id = r.company_id and kind.id = r.request_type_id
    left join app.categories category on category.company_id = r.company_id and category.id = kind.category_id
    where r.company_id = ${actor.companyId} and ${which}`.execute(tx.db)
  const [row] = rows
  if (!row) return null
  const can = JSON.stringify(canDo(actor, row, clock.now()))
  return Object.assign(new Json<Request>(`${row.text.slice(0, -1)},"can":${can}}`), { version: row.version })
}
