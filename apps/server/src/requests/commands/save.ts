import { sql, type Updateable } from 'kysely'
import { type Actor, personOf } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Requests } from '../../platform/db/schema.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RequestRecord } from '../access.ts'

/** Writes these fields of a locked request as its next version. */
export async function save(
  tx: Tx,
  actor: Actor,
  { companyId, id }: RequestRecord,
  fields: Updateable<Requests>,
): Promise<void> {
  await send(
    tx,
    tx.db
      .updateTable('requests')
      .set({ ...fields, version: sql`version + 1`, updatedAt: clock.now(), updatedById: personOf(actor) })
      .where('companyId', '=', companyId)
      .where('id', '=', id),
  )
}
