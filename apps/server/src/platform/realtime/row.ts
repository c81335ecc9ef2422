import type { LoggedEvent } from '../log/event.ts'

/** A line of the log as far as sockets need it. */
export type LogRow = Pick<
  LoggedEvent,
  | 'id'
  | 'companyId'
  | 'name'
  | 'subjectType'
  | 'subjectId'
  | 'subjectRef'
  | 'deskId'
  | 'people'
  | 'audience'
  | 'isConfidential'
  | 'actorId'
  | 'actorName'
  | 'at'
>

export const logColumns = `e.id, e.company_id as "companyId", e.name, e.subject_type as "subjectType",
  e.subject_id as "subjectId", e.subject_ref as "subjectRef", e.desk_id as "deskId", e.people, e.audience,
  e.is_confidential as "isConfidential", e.actor_id as "actorId", e.actor_name as "actorName", e.at`
