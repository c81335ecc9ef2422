import type { Job } from 'graphile-worker'
import type { Tx } from '../db/transaction.ts'
import type { LoggedEvent } from '../log/event.ts'

/** The job was given to another worker, because this one was silent for too long. Nothing of it may be kept. */
export class LostJob extends Error {
  constructor(job: Job) {
    super(`Job ${job.id} (${job.task_identifier}) belongs to another worker now.`)
    this.name = 'LostJob'
  }
}

/** A LoggedEvent, of `app.events e`. */
export const eventColumns = `e.id, e.company_id as "companyId", e.name, e.subject_type as "subjectType",
  e.subject_id as "subjectId", e.subject_ref as "subjectRef", e.desk_id as "deskId", e.people, e.audience,
  e.is_confidential as "isConfidential", e.actor_id as "actorId", e.actor_name as "actorName",
  e.actor_kind as "actorKind", e.data, e.changes, e.caused_by_id as "causedById",
  e.operation_id as "operationId", e.at`

const finishWithEvent = `
  with mine as (delete from jobs._private_jobs where id = $1 and locked_by = $2 returning 1),
    held as (select count(*)::int as held from mine)
  select held, ${eventColumns} from held left join app.events e on e.company_id = $3 and e.id = $4`

const finish = 'delete from jobs._private_jobs where id = $1 and locked_by = $2'

const hold = 'select from jobs._private_jobs where id = $1 and locked_by = $2 for share'

/**
 * Takes the job out of the queue inside the transaction that does its work, and reads its event: done and
 * finished are one commit, so that a worker that dies repeats nothing, and one that was given up can keep nothing.
 */
export async function finishJob(tx: Tx, job: Job, eventId: number): Promise<LoggedEvent> {
  const [row] = await tx.query<LoggedEvent & { held: number }>(finishWithEvent, [
    job.id,
    job.locked_by,
    tx.whose.companyId,
    eventId,
  ])
  if (!row?.held) throw new LostJob(job)
  if (row.id === null) throw new Error(`There is no event ${eventId} for job ${job.id}.`)
  return row
}

/** The same for a job without an event. */
export async function finishPlainJob(tx: Tx, job: Job): Promise<void> {
  const { rowCount } = await tx.run(finish, [job.id, job.locked_by])
  if (rowCount === 0) throw new LostJob(job)
}

/** For one of several transactions of a job: goes on only while the job is ours, and keeps it ours until commit. */
export async function holdJob(tx: Tx, job: Job): Promise<void> {
  const { rowCount } = await tx.run(hold, [job.id, job.locked_by])
  if (rowCount === 0) throw new LostJob(job)
}

/** The event of a job that opens its own transactions. */
export async function readEvent(tx: Tx, eventId: number): Promise<LoggedEvent> {
  const [row] = await tx.query<LoggedEvent>(
    `select ${eventColumns} from app.events e where e.company_id = $1 and e.id = $2`,
    [tx.whose.companyId, eventId],
  )
  if (!row) throw new Error(`There is no event ${eventId}.`)
  return row
}
