import { assets } from '@deskhand/contract'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { holds, useMe } from '../../shell/session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.tsx'
import type { UseAssetAction } from '../actions.ts'
import { lastSeen } from '../filters.ts'
import { thingWords as words } from '../thingWords.ts'

/** Takes away what was entered by mistake; the toast brings it back. */
export const useRemoveAction: UseAssetAction = ({ id, assetTag, version }) => {
  const isAdmin = holds(useMe(), 'assets.manage')
  const [isOpen, setOpen] = useState(false)
  const router = useRouter()
  const restore = useCommand(assets.restore)
  const remove = useCommand(assets.remove, {
    onSuccess: () => {
      toast(words.removed(assetTag), { undo: () => restore.mutate({ params: { id } }) })
      router.history.push(`/assets${lastSeen.search}`)
    },
  })
  return {
    actions: [
      {
        id: 'assets.remove',
        label: words.remove,
        disabledReason: isAdmin ? null : words.onlyAdmins,
        run: () => setOpen(true),
      },
    ],
    dialogs: (
      <ConfirmDialog
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={words.removeTitle(assetTag)}
        consequence={words.removeAbout}
        confirmLabel={words.removeDo}
        busy={remove.isPending}
        problem={remove.error}
        onConfirm={() => remove.mutate({ params: { id }, ifMatch: version })}
      />
    ),
  }
}
