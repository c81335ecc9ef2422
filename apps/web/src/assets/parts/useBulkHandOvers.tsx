import type { ScanMode } from '@deskhand/contract'
import { lazy, useState } from 'react'
import { custodyWords } from '../../custody/words.ts'
import { Opening } from '../../ui/Opening.tsx'
import type { BulkAction, UseBulkAction } from '../bulkActions.ts'

const ManyDialog = lazy(() => import('./ManyDialog.tsx'))

const isOut = (status: string) => status === 'DEPLOYED' || status === 'IN_TRANSIT'

/** Handing out, taking back and moving what is picked, as one deed that can be undone. */
export const useBulkHandOvers: UseBulkAction = (rows, letGo) => {
  const [mode, setMode] = useState<ScanMode | null>(null)
  const action = (one: ScanMode, label: string, keys: string, refused: string | null): BulkAction => ({
    id: `assets.bulk_${one.toLowerCase()}`,
    label,
    keys,
    disabledReason: refused,
    run: () => setMode(one),
  })
  const { refused } = custodyWords
  const some = (fits: (status: string) => boolean) => rows.some(({ status }) => fits(status))
  return {
    actions: [
      action('CHECK_OUT', custodyWords.checkOut, 'Shift+o', some((one) => !isOut(one)) ? null : refused.out),
      action('CHECK_IN', custodyWords.checkIn, 'i', some(isOut) ? null : refused.back),
      action('MOVE', custodyWords.move, 'v', null),
    ],
    dialogs: mode ? (
      <Opening>
        <ManyDialog mode={mode} rows={rows} onClose={() => setMode(null)} onDone={letGo} />
      </Opening>
    ) : null,
  }
}
