import type { RequestState } from '@deskhand/contract'

/** Where somebody wants to move a request, with what they have said already. */
export type MoveIntent = {
  to: RequestState
  question?: string
  resolutionText?: string
  onDone?: () => void
}
