import { lazy, useState } from 'react'
import { labelWords } from '../../labels/words.ts'
import { Opening } from '../../ui/Opening.tsx'
import type { UseBulkAction } from '../bulkActions.ts'

const LabelsDialog = lazy(() => import('../../labels/LabelsDialog.tsx'))

/** Labels of all that is picked, on one sheet. */
export const useBulkLabels: UseBulkAction = (rows) => {
  const [isOpen, setOpen] = useState(false)
  return {
    actions: [
      {
        id: 'assets.labels',
        label: rows.length === 1 ? labelWords.label : labelWords.labels,
        keys: 'Shift+l',
        disabledReason: null,
        run: () => setOpen(true),
      },
    ],
    dialogs: isOpen ? (
      <Opening>
        <LabelsDialog rows={rows} onClose={() => setOpen(false)} />
      </Opening>
    ) : null,
  }
}
