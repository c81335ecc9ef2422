import type { ClockColumns } from '../agreements/access.ts'
import type { Tx } from '../platform/db/transaction.ts'

/**
 * Writes the clocks of many requests in one statement. Neither version nor `updatedAt` change: nobody did anything
 * to these requests, and whoever is writing on one is not to be told that it changed.
 */
export async function writeColumns(
  tx: Tx,
  rows: readonly { id: string; columns: ClockColumns }[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.run(statement, [
    tx.whose.companyId,
    JSON.stringify(rows.map(({ id, columns }) => ({ id, ...columns }))),
  ])
}

const statement = `
  update app.requests r set sla = c.sla::jsonb, sla_due_at = c."slaDueAt", sla_at_risk_at = c."slaAtRiskAt",
    sla_step_at = c."slaStepAt", sla_version = c."slaVersion"
  from jsonb_to_recordset($2::jsonb) as c(id uuid, sla text, "slaDueAt" timestamptz, "slaAtRiskAt" timestamptz,
    "slaStepAt" timestamptz, "slaVersion" int)
  where r.company_id = $1 and r.id = c.id`
