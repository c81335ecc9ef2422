import type { LoggedEvent } from '../platform/log/event.ts'
import { type Undo, type UndoWork, undo } from '../platform/log/undo.ts'
import { Stop } from '../platform/stop.ts'
import { about, isLead, loadStockTake } from './access.ts'
import { words } from './words.ts'

/** Completed no more: it is in review again, and its report is void. */
async function reopen(work: UndoWork, event: LoggedEvent<'stock_take.completed'>): Promise<void> {
  const { tx, actor, record } = work
  const stockTake = await loadStockTake({ tx, actor }, event.subjectId ?? '', 'update')
  if (!isLead(actor)) throw new Stop('forbidden', words.onlyLeads)
  if (stockTake.state !== 'COMPLETED') throw new Stop('conflict', words.archived)
  await tx.run(
    `update app.stock_takes set state = 'REVIEW', completed_at = null, operation_id = null, report = null,
       signature = null, public_key = null, version = version + 1 where company_id = $1 and id = $2`,
    [actor.companyId, stockTake.id],
  )
  record(
    'stock_take.completed',
    about(stockTake),
    { corrected: event.data.corrected, undone: true },
    { state: ['COMPLETED', 'REVIEW'] },
  )
}

export const undoes: Undo[] = [undo({ on: 'stock_take.completed', run: reopen })]
