import type { EventData } from '@deskhand/contract'
import { isLead } from '../assets/access.ts'
import { type Undo, undo } from '../platform/log/undo.ts'
import { Stop } from '../platform/stop.ts'
import { about, lockDisposal, lockThings } from './access.ts'
import { words } from './words.ts'

/** What was completed is handed over again, and its things are in it as before; each of them comes back by its own undo. */
export const undoes: Undo[] = [
  undo({
    on: 'disposal.moved',
    run: async (work, event) => {
      const { tx, actor, record } = work
      const { to } = event.data as EventData<'disposal.moved'>
      const disposal = await lockDisposal({ tx }, event.subjectId ?? '')
      const things = await lockThings({ tx, actor }, disposal.id)
      if (!things.every((thing) => isLead(actor, thing))) throw new Stop('forbidden', words.notLead)
      if (to !== 'COMPLETED' || disposal.state !== 'COMPLETED') throw new Stop('conflict', words.over)
      await tx.run(
        `update app.disposals set state = 'HANDED_OVER', completed_by_id = null, completed_at = null,
           version = version + 1 where company_id = $1 and id = $2`,
        [actor.companyId, disposal.id],
      )
      await tx.run(
        `update app.disposal_things set ended_at = null, book_value = null, book_currency = null
         where company_id = $1 and disposal_id = $2`,
        [actor.companyId, disposal.id],
      )
      record(
        'disposal.moved',
        about(disposal),
        { from: 'COMPLETED', to: 'HANDED_OVER', reason: null },
        { state: ['COMPLETED', 'HANDED_OVER'] },
      )
    },
  }),
]
