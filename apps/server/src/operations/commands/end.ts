import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { about } from '../access.ts'
import { holdOff } from './holdOff.ts'

type Ended = {
  kind: string
  summary: string
  startedById: string | null
  total: number
  changed: number
  unchanged: number
  refused: number
}

/** Ends a running operation before its time; tells whether it was running. What is under way is finished first. */
export async function end({ tx, record }: { tx: Tx; record: RecordEvent }, id: string): Promise<boolean> {
  await holdOff(tx, id, 'running')
  const [ended] = await tx.query<Ended>(
    `update app.operations set state = 'CANCELLED', ended_at = $3
     where company_id = $1 and id = $2 and state = 'RUNNING'
     returning kind, summary, started_by_id as "startedById", total, changed, unchanged, refused`,
    [tx.whose.companyId, id, clock.now()],
  )
  if (!ended) return false
  const { startedById, ...data } = ended
  record('operation.ended', about({ id, summary: data.summary, startedById }), data)
  return true
}
