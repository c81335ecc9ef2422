import type { Asset } from '@deskhand/contract'
import type { ReactNode } from 'react'
import { useReserveAction } from '../asset-reservations/useReserveAction.tsx'
import { useCertificateAction } from '../custody-certificates/useCertificateAction.ts'
import { useFaultAction } from '../equipment/useFaultAction.tsx'
import { useHandOverAction } from './parts/useHandOverAction.tsx'
import { useLabelAction } from './parts/useLabelAction.tsx'
import { useMissingAction } from './parts/useMissingAction.tsx'
import { useRemoveAction } from './parts/useRemoveAction.tsx'

/** A button of the page of a thing, or a line of its menu, and of the palette. */
export type AssetAction = {
  id: string
  label: string
  keys?: string
  /** A button as long as it can be done; else it lies in the menu. */
  isMain?: boolean
  disabledReason: string | null
  run: () => void
}

/** What a slice lets one do with a thing, and the dialogs that it may have open. */
export type UseAssetAction = (asset: Asset) => { actions: readonly AssetAction[]; dialogs?: ReactNode }

/** Hooks, so the list never changes while the page is open. */
export const assetActions: readonly UseAssetAction[] = [
  useFaultAction,
  useHandOverAction,
  useLabelAction,
  useReserveAction,
  useMissingAction,
  useCertificateAction,
  useRemoveAction,
]
