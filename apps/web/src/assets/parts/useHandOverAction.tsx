import { useHandOvers } from '../../custody/useHandOvers.tsx'
import type { UseAssetAction } from '../actions.ts'

/** Check out, check in, move: what can be done now is a button. */
export const useHandOverAction: UseAssetAction = (asset) => {
  const { actions, dialogs } = useHandOvers(asset)
  return { actions: actions.map((action) => ({ ...action, isMain: true })), dialogs }
}
