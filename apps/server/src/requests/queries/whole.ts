import type { Answers, Request, ShownAnswer } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { ownFields } from '../../custom-fields/queries/columns.ts'
import { definitionOf } from '../../forms/queries/definition.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type Answer, answer, Json } from '../../platform/http/answer.ts'
import { type RequestRecord, visibleTo } from '../access.ts'
import { type References, referencesColumn } from '../answers/references.ts'
import { showAnswers } from '../answers/showAnswers.ts'
import { canDo, type Standing } from '../rules.ts'
import { personColumn, rowColumns, rowSources } from './columns.ts'

/** One request whole, as this person sees it; null where the condition on `r` finds none. */
export async function readWhole(
  tx: Tx,
  actor: Actor,
  which: RawBuilder<SqlBool>,
): Promise<{ text: string; version: number; opened: Opened } | null> {
  const [row] = await send<Standing & Answered & Opened & { text: string; version: number }>(
    tx,
    sql`
      select (select row_to_json(one) from (select ${rowColumns(actor)},
          asker.is_anonymous as "isAnonymous", r.requester_email as "requesterEmail", r.requester_phone as "requesterPhone", r.description,
          r.impact, r.urgency, r.custom_fields || ${sql.raw(ownFields)} as "customFields", r.form_version_id as "formVersionId", d.name as "deskName",
          kind.name as "requestTypeName", kind.kind as "requestKind", category.name as "categoryName", ${personColumn('maker')} as "createdBy",
          r.review_kind as "reviewKind", r.question, r.rejection_reason as "rejectionReason",
          r.resolution_text as "resolutionText", r.reopen_count as "reopenCount",
          ${periodColumns}, ${accessColumn} as access,
          ${mergeColumns(actor)},
          (select seen.read_at from app.request_reads seen where seen.company_id = r.company_id
            and seen.person_id = ${actor.id} and seen.request_id = r.id) as "readAt") one)::text as text,
        case when r.form_version_id is not null then r.custom_fields end as "customFields",
        r.form_version_id as "formVersionId", ${sql.raw(referencesColumn)} as found,
        r.id, r.reference_number as "referenceNumber", d.name as "deskName", r.version, r.service_desk_id as "serviceDeskId", r.requester_id as "requesterId",
        r.created_by_id as "createdById", r.is_confidential as "isConfidential", r.status,
        r.review_kind as "reviewKind", r.assigned_to_id as "assignedToId", r.appeal_count as "appealCount",
        r.status_changed_at as "statusChangedAt", r.closed_at as "closedAt", r.deleted_at as "deletedAt",
        r.merged_into_id as "mergedIntoId", r.open_mandatory_tasks as "openMandatoryTasks",
        r.is_ordered as "isOrdered", d.reopen_days as "reopenDays", d.appeal_days as "appealDays"
      from app.requests r ${rowSources}
      join app.people maker on maker.company_id = r.company_id and maker.id = r.created_by_id
      left join app.request_types kind on kind.company_id = r.company_id and kind.id = r.request_type_id
      left join app.categories category
        on category.company_id = r.company_id and category.id = kind.category_id
      where r.company_id = ${actor.companyId} and ${which}`,
  )
  if (!row) return null
  const can = JSON.stringify(canDo(actor, row, clock.now()))
  const answers = JSON.stringify(await answersIn(tx, row))
  return {
    text: `${row.text.slice(0, -1)},"answers":${answers},"can":${can}}`,
    version: row.version,
    opened: row,
  }
}

/** What is written down of who opened it. */
type Opened = Pick<
  RequestRecord,
  | 'id'
  | 'referenceNumber'
  | 'serviceDeskId'
  | 'requesterId'
  | 'createdById'
  | 'assignedToId'
  | 'isConfidential'
> & { deskName: string }

type Answered = {
  formVersionId: string | null
  customFields: Answers | null
  found: (Pick<References, 'people' | 'files' | 'plans' | 'assets'> & { sealed: string[] }) | null
}

/** The answers alone, for whoever has seen by another door that they may read them. */
export async function readAnswers(tx: Tx, id: string): Promise<ShownAnswer[]> {
  const [row] = await tx.query<Answered>(
    `select r.custom_fields as "customFields", r.form_version_id as "formVersionId", ${referencesColumn} as found
     from app.requests r where r.company_id = $1 and r.id = $2`,
    [tx.whose.companyId, id],
  )
  return row ? answersIn(tx, row) : []
}

/** The answers in the words of their version; a version that this process knows costs no statement. */
async function answersIn(tx: Tx, { formVersionId, customFields, found }: Answered): Promise<ShownAnswer[]> {
  if (!formVersionId || !customFields || !found) return []
  return showAnswers(await definitionOf(tx, formVersionId), customFields, found, new Set(found.sealed))
}

/** A day is one of 24 hours here, as the rules count it: with an interval of days the clock's zone would come in. */
const periodColumns = sql`
  case when r.status = 'RESOLVED' and r.merged_into_id is null and d.reopen_days > 0
    then r.closed_at + d.reopen_days * interval '24 hours' end as "reopenUntil",
  case when r.status = 'REJECTED' and r.closed_at is null and r.appeal_count = 0 and d.appeal_days > 0
    then r.status_changed_at + d.appeal_days * interval '24 hours' end as "appealUntil"`

const mergeColumns = (actor: Actor) => sql`
  r.merged_into_id is not null as "isMerged",
  (select json_build_object('id', t.id, 'referenceNumber', t.reference_number) from app.requests t
    where t.company_id = r.company_id and t.id = r.merged_into_id and ${visibleTo(actor, 't')}) as "mergedInto",
  coalesce(
    (select json_agg(json_build_object('id', s.id, 'referenceNumber', s.reference_number,
        'requesterId', s.requester_id, 'requesterName', p.name) order by s.merged_at, s.id)
      from app.requests s join app.people p on p.company_id = s.company_id and p.id = s.requester_id
      where s.company_id = r.company_id and s.merged_into_id = r.id and s.deleted_at is null
        and ${visibleTo(actor, 's')}), '[]') as "mergedFrom"`

const accessColumn = sql`case when r.is_confidential then json_build_object(
  'includesDesk', r.access_includes_desk,
  'people', coalesce(
    (select json_agg(${personColumn('listed')} order by listed.last_name, listed.first_name, listed.id)
      from app.request_access a
      join app.people listed on listed.company_id = a.company_id and listed.id = a.person_id
      where a.company_id = r.company_id and a.request_id = r.id), '[]')) end`

/** The answer of a command: the request as it is now. Travels with the writes that were sent before it. */
export async function answerWhole(
  tx: Tx,
  actor: Actor,
  request: { id: string },
  { unchanged = false }: { unchanged?: boolean } = {},
): Promise<Answer<Request>> {
  const whole = await readWhole(tx, actor, sql`r.id = ${request.id}`)
  if (!whole) throw new Error('A command wrote a request that its author cannot see.')
  return answer(new Json<Request>(whole.text), { version: whole.version, unchanged })
}
