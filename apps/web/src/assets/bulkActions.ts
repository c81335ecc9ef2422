import type { AssetRow } from '@deskhand/contract'
import type { ReactNode } from 'react'
import { useBulkDisposal } from '../disposals/useBulkDisposal.tsx'
import { useBulkHandOvers } from './parts/useBulkHandOvers.tsx'
import { useBulkLabels } from './parts/useBulkLabels.tsx'
import { useBulkLife } from './parts/useBulkLife.tsx'

/** A button of the bar under the list. */
export type BulkAction = {
  id: string
  label: string
  keys?: string
  disabledReason: string | null
  run: () => void
}

/** What a slice lets one do with the things that are picked, and the dialogs that it may have open. */
export type UseBulkAction = (
  rows: readonly AssetRow[],
  letGo: () => void,
) => { actions: readonly BulkAction[]; dialogs?: ReactNode }

/** Hooks, so the list never changes while the page is open. */
export const bulkActions: readonly UseBulkAction[] = [
  useBulkHandOvers,
  useBulkLife,
  useBulkLabels,
  useBulkDisposal,
]
