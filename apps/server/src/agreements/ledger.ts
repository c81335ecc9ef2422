import type { Tx } from '../platform/db/transaction.ts'
import type { Entry } from './clocks.ts'

const when = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** Entries as `sla_entries` takes them. */
export const entryRows = (lines: readonly { requestId: string; entry: Entry }[]): string =>
  JSON.stringify(
    lines.map(({ requestId, entry }) => ({
      request_id: requestId,
      target: entry.target,
      round: entry.round,
      kind: entry.kind,
      at: when(entry.at),
      reason: entry.reason,
      cause: entry.cause,
      target_seconds: entry.seconds,
      due_at: when(entry.due),
      policy_id: entry.policyId,
      policy_version: entry.policyVersion,
      calendar_id: entry.calendarId,
      calendar_name: entry.calendarName,
      is_late: entry.isLate,
    })),
  )

const columns = `request_id, target, round, kind, at, reason, cause, target_seconds, due_at, policy_id, policy_version,
  calendar_id, calendar_name, is_late`

/** The insert of `entryRows` in parameter `rows` for the company in `company`: a statement, or part of one. */
export const insertEntries = (company: string, rows: string): string => `
  insert into app.sla_entries (company_id, ${columns})
  select ${company}, ${columns} from jsonb_to_recordset(${rows}::jsonb) as e(request_id uuid, target text, round int,
    kind text, at timestamptz, reason text, cause text, target_seconds int, due_at timestamptz, policy_id uuid,
    policy_version int, calendar_id uuid, calendar_name text, is_late boolean)`

const statement = insertEntries('$1', '$2')

/** Adds entries to the ledgers of requests of one company, in one statement. */
export async function writeEntries(
  tx: Tx,
  lines: readonly { requestId: string; entry: Entry }[],
): Promise<void> {
  if (lines.length > 0) await tx.run(statement, [tx.whose.companyId, entryRows(lines)])
}
