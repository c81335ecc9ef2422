import type { Answers, Level, PersonRef, Priority } from '@deskhand/contract'
import type { z } from 'zod'
import { entryRows, insertEntries } from '../../agreements/access.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Marks } from '../answers/secrets.ts'
import type { Turned } from '../clocks.ts'
import { words } from '../words.ts'

type Row = {
  id: string
  serviceDeskId: string
  requestTypeId: string | null
  requesterId: string
  createdById: string
  summary: string
  description: string | null
  priority: Priority
  impact: Level | null
  urgency: Level | null
  isConfidential: boolean
  tags: string[]
  customFields: Answers
  formVersionId: string | null
  secretMarks?: Marks
  createdAt: Date
  clocks: Turned
}

/** What only the database knew. */
export type Inserted = {
  referenceNumber: string
  requester: z.output<typeof PersonRef>
  requesterEmail: string
  requesterPhone: string | null
  createdBy: z.output<typeof PersonRef>
}

/**
 * Draws the next number of the desk and writes the request with it, its first line, and, where it is
 * confidential and asked for somebody else, its creator into its list: one statement, so that the
 * counter's row is locked as shortly as can be.
 */
export async function insertRequest(
  tx: Tx,
  row: Row,
  prefix: string,
  creatorRole: string | null,
): Promise<Inserted> {
  const { sla, slaDueAt, slaAtRiskAt, slaStepAt, slaVersion } = row.clocks.columns
  const [inserted] = await tx.query<Inserted>(insert, [
    tx.whose.companyId,
    `desk:${row.serviceDeskId}`,
    `${prefix}-`,
    row.id,
    row.serviceDeskId,
    row.requestTypeId,
    row.requesterId,
    row.createdById,
    row.summary,
    row.description,
    row.priority,
    row.impact,
    row.urgency,
    row.isConfidential,
    row.tags,
    JSON.stringify(row.customFields),
    slaDueAt,
    row.createdAt,
    newId(),
    creatorRole,
    sla,
    slaAtRiskAt,
    slaStepAt,
    slaVersion,
    entryRows(row.clocks.lines),
    row.formVersionId,
    JSON.stringify(row.secretMarks ?? {}),
  ])
  if (!inserted) throw new Error('The requester or the creator is not a person of this company.')
  return inserted
}

// Not `insert … returning`: row-level security would ask whether the creator may read the row before the
// list that lets them is written.
const insert = `
  with people as materialized (
    select asker.email, asker.phone, maker.name as maker_name,
      case when asker.id <> maker.id then asker.name end as asker_name,
      json_build_object('id', asker.id, 'name', asker.name, 'department', asker.department, 'site', asker.site) as asker,
      json_build_object('id', maker.id, 'name', maker.name, 'department', maker.department, 'site', maker.site) as maker
    from app.people asker join app.people maker on maker.company_id = asker.company_id
    where asker.company_id = $1 and asker.id = $7 and maker.id = $8),
  drawn as (
    insert into app.counters as c (company_id, name, value) select $1, $2, 1 from people
    on conflict (company_id, name) do update set value = c.value + 1 returning value),
  made as (
    insert into app.requests (company_id, id, reference_number, number, service_desk_id, request_type_id, requester_id,
      created_by_id, requester_email, requester_phone, summary, description, priority, impact, urgency,
      is_confidential, tags, custom_fields, sla_due_at, status_changed_at, created_at, updated_at,
      sla, sla_at_risk_at, sla_step_at, sla_version, form_version_id, secret_marks)
    select $1, $4, $3 || drawn.value, drawn.value, $5, $6, $7, $8, people.email, people.phone, $9, $10, $11, $12, $13,
      $14, $15, $16, $17, $18, $18, $18, $21, $22, $23, $24, $26, $27
    from drawn, people),
  opened as (
    insert into app.request_activities (company_id, id, request_id, author_id, author_name, author_role, activity_type,
      message, is_system_generated, metadata, created_at)
    select $1, $19, $4, $8, people.maker_name, $20, 'SYSTEM',
      people.maker_name || coalesce(' ${words.openedFor} ' || people.asker_name || '.', ' ${words.opened}'), true,
      '{"event": "opened", "from": null, "to": "SUBMITTED"}', $18
    from people),
  timed as (${insertEntries('$1', '$25')}),
  listed as (
    insert into app.request_access (company_id, request_id, person_id, added_by_id, created_at)
    select $1, $4, $8, $8, $18 where $14 and $7 <> $8)
  select $3 || drawn.value as "referenceNumber", people.asker as requester, people.email as "requesterEmail",
    people.phone as "requesterPhone", people.maker as "createdBy"
  from drawn, people`
