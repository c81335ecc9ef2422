import { type Undo, undo } from '../platform/log/undo.ts'
import { aboutAcceptance } from './commands/askToAccept.ts'
import { lockWaiting } from './commands/sign.ts'

/** What was asked in a deed that is undone waits no more; what was answered meanwhile stands in the way. */
export const undoes: Undo[] = [
  // Each thing leaves its receipt as it goes back into the hands it came from (`voidReceipt`).
  undo({ on: 'acceptance.received', run: async () => undefined }),
  undo({
    on: 'acceptance.asked',
    run: async (work, { subjectId, data }) => {
      const { tx, record } = work
      const { acceptance } = await lockWaiting(work, subjectId ?? '')
      await tx.run(
        `update app.acceptances set state = 'WITHDRAWN', version = version + 1 where company_id = $1 and id = $2`,
        [tx.whose.companyId, acceptance.id],
      )
      const { assetIds } = data
      record(
        'acceptance.withdrawn',
        aboutAcceptance(acceptance),
        { assetIds },
        { state: ['PENDING', 'WITHDRAWN'] },
      )
    },
  }),
]
