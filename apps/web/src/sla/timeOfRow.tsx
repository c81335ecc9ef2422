import type { RequestRow } from '@deskhand/contract'
import { DueText } from '../ui/DueText.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import { SlaRing } from './SlaRing.tsx'
import { slaWords as words } from './words.ts'

/** The time that a row of requests shows, the same in list, table and board: what is left of its promise, or its end. */
export function timeOfRow(row: RequestRow) {
  const { resolvedAt, closedAt, status } = row
  if (closedAt || resolvedAt) return <TimeText at={closedAt ?? resolvedAt ?? ''} />
  if (row.sla) return <SlaRing ring={row.sla} waiting={row} />
  if (status === 'WAITING' || status === 'ACTION_REQUIRED') return words.paused
  return row.slaDueAt ? <DueText at={row.slaDueAt} /> : null
}
