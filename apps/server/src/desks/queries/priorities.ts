import {
  deskManagement,
  type Level,
  type Priority,
  type PriorityRow,
  usualPriorityNames,
} from '@deskhand/contract'
import type { z } from 'zod'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { versionOf } from '../../platform/http/versionOf.ts'

type Row = z.output<typeof PriorityRow>
export type Matrix = Record<Level, Record<Level, Priority>>

const levels: readonly Level[] = ['LOW', 'MEDIUM', 'HIGH']

/** ITIL's table of impact × urgency, until a company sets cells of its own. */
export const usualMatrix: Matrix = {
  HIGH: { HIGH: 'CRITICAL', MEDIUM: 'HIGH', LOW: 'MEDIUM' },
  MEDIUM: { HIGH: 'HIGH', MEDIUM: 'MEDIUM', LOW: 'LOW' },
  LOW: { HIGH: 'MEDIUM', MEDIUM: 'LOW', LOW: 'LOW' },
}

type Cell = { impact: Level; urgency: Level; priority: Priority }

/** The company's table, its own cells over the usual ones. */
export async function readMatrix(tx: Tx): Promise<Matrix> {
  const cells = await tx.query<Cell>(
    'select impact, urgency, priority from app.priority_cells where company_id = $1',
    [tx.whose.companyId],
  )
  const matrix: Matrix = {
    HIGH: { ...usualMatrix.HIGH },
    MEDIUM: { ...usualMatrix.MEDIUM },
    LOW: { ...usualMatrix.LOW },
  }
  for (const { impact, urgency, priority } of cells) matrix[impact][urgency] = priority
  return matrix
}

/** What the company calls its priorities. */
export async function readPriorityNames(tx: Tx): Promise<Record<Priority, string>> {
  const own = await tx.query<{ priority: Priority; name: string }>(
    'select priority, name from app.priority_names where company_id = $1',
    [tx.whose.companyId],
  )
  return { ...usualPriorityNames, ...Object.fromEntries(own.map(({ priority, name }) => [priority, name])) }
}

/** The four priorities from the most to the least pressing. */
export async function readPriorities(tx: Tx): Promise<Row[]> {
  const [matrix, names] = await Promise.all([readMatrix(tx), readPriorityNames(tx)])
  const order: readonly Priority[] = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW']
  return order.map((id) => ({
    id,
    name: names[id],
    cells: levels.flatMap((impact) =>
      levels.flatMap((urgency) => (matrix[impact][urgency] === id ? [{ impact, urgency }] : [])),
    ),
  }))
}

export const priorities = handle(deskManagement.priorities, async ({ tx }) => {
  const data = await readPriorities(tx)
  const version = versionOf(data)
  return answer({ data, version }, { version })
})
