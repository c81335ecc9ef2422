import type { Request } from '@deskhand/contract'
import type { ReactNode } from 'react'
import { useAccessAction } from '../access/useAccessAction.tsx'
import { useExplainAction } from '../access-explain/useExplainAction.tsx'
import { useCorrectAction } from '../corrections/useCorrectAction.tsx'
import { useIncidentActions } from '../incidents/useIncidentActions.tsx'
import { useMacroKeys } from '../macros/useMacroKeys.ts'
import { useMergeAction } from '../merges/moreActions.tsx'
import { useWatchAction } from '../participants/useWatchAction.tsx'
import { useSnooze } from '../snoozes/useSnooze.tsx'
import { useSuccessorActions } from '../successors/moreActions.tsx'
import { useTaskActions } from '../tasks/useTaskActions.tsx'
import { useTimeActions } from '../times/useTimeActions.tsx'

/** A line of the menu of a request and of the palette. */
export type RequestAction = {
  id: string
  label: string
  keys?: string
  disabledReason: string | null
  run: () => void
}

/** What a slice lets one do with a request, and the dialogs that it may have open. */
type UseMoreActions = (request: Request) => { actions: readonly RequestAction[]; dialogs?: ReactNode }

/** Hooks, so the list never changes while the page is open. */
export const moreActions: readonly UseMoreActions[] = [
  useSnooze,
  useWatchAction,
  useTaskActions,
  useTimeActions,
  useMacroKeys,
  useMergeAction,
  useSuccessorActions,
  useIncidentActions,
  useCorrectAction,
  useAccessAction,
  useExplainAction,
]
