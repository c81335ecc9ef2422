import type { Tx } from '../../platform/db/transaction.ts'
import type { LoggedEvent } from '../../platform/log/event.ts'
import type { Platform } from '../../platform/platform.ts'
import { sentenceOf } from '../commands/compensate.ts'
import { words } from '../words.ts'
import type { Conflict } from './conflicts.ts'

type Row = Pick<LoggedEvent, 'name' | 'actorName' | 'subjectRef'> & { subjectId: string }

/** To which subjects an operation did what nothing takes back, whoever changed them since; one sentence each. */
export async function findFinal(
  tx: Tx,
  { undoes }: Pick<Platform, 'undoes'>,
  operationId: string,
): Promise<Conflict[]> {
  const rows = await tx.query<Row>(
    `select distinct on (e.subject_id) e.subject_id as "subjectId", e.name, e.actor_name as "actorName",
       e.subject_ref as "subjectRef"
     from app.events e where e.company_id = $1 and e.operation_id = $2 and e.subject_id is not null
       and e.name <> all ($3::text[])
     order by e.subject_id, e.id desc`,
    [tx.whose.companyId, operationId, [...undoes.keys()]],
  )
  return rows.map(({ subjectId, subjectRef, ...event }) => ({
    subjectId,
    subjectRef,
    message: words.cannotUndo(sentenceOf({ ...event, subjectRef })),
  }))
}
