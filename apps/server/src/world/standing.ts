import type { Tx } from '../platform/db/transaction.ts'
import { ensureSigningKey } from '../platform/signing.ts'
import { insertAlerts } from './alerts.ts'
import { insertStockTakes } from './stockTakes.ts'

/** What schedules would have made by the time that anybody looks: what was found this morning, and the company's key; and what is counted. */
export async function insertStanding(tx: Tx, companyId: string, now: Date, secret: string): Promise<void> {
  await insertAlerts(tx, companyId, now)
  await ensureSigningKey({ tx, record: null }, secret)
  await insertStockTakes(tx, companyId, now, secret)
}
