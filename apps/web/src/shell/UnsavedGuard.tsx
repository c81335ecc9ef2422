import { useBlocker } from '@tanstack/react-router'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { leaveWords } from './words.ts'

/** Asks before a page with unsaved changes is left, by link, by key or by closing the window. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: isDirty,
    withResolver: true,
  })
  return (
    <ConfirmDialog
      opened={status === 'blocked'}
      onClose={() => reset?.()}
      title={leaveWords.title}
      consequence={leaveWords.consequence}
      confirmLabel={leaveWords.leave}
      onConfirm={() => proceed?.()}
    />
  )
}
