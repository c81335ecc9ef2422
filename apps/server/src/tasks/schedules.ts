import type { Schedule } from '../platform/jobs/reaction.ts'
import { about } from '../requests/access.ts'

type Subject = Parameters<typeof about>[0]
type Due = Subject & { taskId: string; name: string; holderId: string; dueAt: Date }

/** So many at once; the next minutes take the rest. */
const batch = 300

/**
 * Tells whoever has a task that it is due: a day before, or at once where it is made later than that. The row says of
 * which time it was told, so that another time is told anew and the same never twice.
 */
const remindDue: Schedule = {
  name: 'tasks.remind_due',
  cron: '*/5 * * * *',
  run: async ({ tx, record, companyId, now }) => {
    for (const { taskId, name, holderId, dueAt, ...request } of await tx.query<Due>(take, [
      companyId,
      now,
      batch,
    ])) {
      record('task.due', about(request), {
        taskId,
        name,
        assignedToId: holderId,
        dueAt: dueAt.toISOString(),
        isLate: dueAt <= now,
      })
    }
  },
}

const take = `
  with due as (
    select t.id from app.request_tasks t
    join app.requests r on r.company_id = t.company_id and r.id = t.request_id
    where t.company_id = $1 and t.done_at is null and t.deleted_at is null and t.assigned_to_id is not null
      and t.due_at <= $2::timestamptz + interval '24 hours' and t.reminded_due_at is distinct from t.due_at
      and r.deleted_at is null and r.closed_at is null and r.merged_into_id is null
      and r.status not in ('RESOLVED', 'REJECTED')
    order by t.due_at, t.id limit $3 for update of t skip locked),
  told as (update app.request_tasks t set reminded_due_at = t.due_at from due, app.requests r
  where t.company_id = $1 and t.id = due.id and r.company_id = t.company_id and r.id = t.request_id
  returning t.id as "taskId", t.title as name, t.assigned_to_id as "holderId", t.due_at as "dueAt", r.id,
    r.reference_number as "referenceNumber", r.service_desk_id as "serviceDeskId", r.requester_id as "requesterId",
    r.created_by_id as "createdById", r.assigned_to_id as "assignedToId", r.is_confidential as "isConfidential")
  select * from told order by "dueAt", "taskId"`

export const schedules: Schedule[] = [remindDue]
