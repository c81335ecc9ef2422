import { type Asset, assets, type BodyIn } from '@deskhand/contract'
import { useCommand } from '../../api.ts'
import { useUndo } from '../../operations/useUndo.tsx'
import { toast } from '../../ui/toast.tsx'
import { standingWords } from '../stateWords.ts'
import { lifeWords as words } from '../thingWords.ts'

export type MoveBody = BodyIn<typeof assets.transition>

/** Moves a thing on in its life; the toast takes it back. */
export function useMove({ id, assetTag, version }: Pick<Asset, 'id' | 'assetTag' | 'version'>) {
  const move = useCommand(assets.transition)
  const { undo, dialog } = useUndo()
  async function go(body: MoveBody): Promise<boolean> {
    const moved = await move.mutateAsync({ params: { id }, ifMatch: version, body }).catch(() => null)
    if (!moved) return false
    toast(words.done(assetTag, standingWords(moved.status, moved.subStatus)), {
      undo: () => undo(moved.operationId, 1),
    })
    return true
  }
  return { go, dialog, isPending: move.isPending, error: move.error }
}
