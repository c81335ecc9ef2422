import { rolePassword } from '../../apps/server/src/platform/secret.ts'
import { runChild } from '../child.ts'
import type { Installation } from '../installation.ts'
import { median } from '../statistics.ts'
import { openCapture, type Transaction } from './capture.ts'
import type { HttpInput, Speed } from './httpProcess.ts'
import type { LimitInput } from './limitProcess.ts'
import type { Target } from './target.ts'

export const connections = 32

/** A load over HTTP beside the same SQL sent bare. `share` is what is left of the limit, `tail` how far p99 lies behind p50. */
export type Comparison = { http: Speed[]; limit: Speed[]; share: number; tail: number }

/** Speed over HTTP. */
export function measureHttp(
  url: string,
  targets: readonly Target[],
  { warmUpSeconds, seconds }: { warmUpSeconds: number; seconds: number },
): Promise<Speed> {
  const input = { url, targets: [...targets], connections, warmUpSeconds, seconds } satisfies HttpInput
  return runChild<Speed>('load/httpProcess.ts', input)
}

/** Both in turn, twice, so that what else the machine does at the time meets both. */
export async function compare(
  installation: Installation,
  url: string,
  targets: readonly Target[],
): Promise<Comparison> {
  const transactions = await captureAll(installation, targets)
  const http: Speed[] = []
  const limit: Speed[] = []
  for (const warmUpSeconds of [3, 1]) {
    http.push(await measureHttp(url, targets, { warmUpSeconds, seconds: 6 }))
    limit.push(await measureLimit(installation, transactions, { warmUpSeconds: 2, seconds: 6 }))
  }
  const of = (speeds: readonly Speed[], what: 'perSecond' | 'p50' | 'p99') =>
    median(speeds.map((speed) => speed[what]))
  return {
    http,
    limit,
    share: of(http, 'perSecond') / of(limit, 'perSecond'),
    tail: of(http, 'p99') / of(http, 'p50'),
  }
}

async function captureAll(installation: Installation, targets: readonly Target[]): Promise<Transaction[]> {
  const { capture, stop } = await openCapture(installation)
  const transactions: Transaction[] = []
  try {
    for (const target of targets) transactions.push(await capture(target))
  } finally {
    await stop()
  }
  return transactions
}

/** As many connections as the server's own pool over the unix socket, as many callers as the load has. */
function measureLimit(
  { connection, secret }: Installation,
  transactions: Transaction[],
  pace: { warmUpSeconds: number; seconds: number },
): Promise<Speed> {
  const role = 'deskhand_app'
  const input = {
    connection: { ...connection, user: role, password: rolePassword(secret, role) },
    transactions,
    connections: 16,
    callers: connections,
    ...pace,
  } satisfies LimitInput
  return runChild<Speed>('load/limitProcess.ts', input)
}
