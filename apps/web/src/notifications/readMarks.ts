import { notifications } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { toast } from '../ui/toast.tsx'
import type { Notification } from './groups.ts'
import { inboxWords as words } from './words.ts'

/** Read marks that show at once; what the server refuses goes back to what it was. */
export function useReadMarks() {
  const [ahead, setAhead] = useState<ReadonlyMap<string, boolean>>(new Map())
  const read = useCommand(notifications.markRead)
  const unread = useCommand(notifications.markUnread)
  const isRead = ({ id, readAt }: Notification) => ahead.get(id) ?? readAt !== null

  async function mark(items: readonly Notification[], toRead: boolean) {
    const changed = items.filter((one) => isRead(one) !== toRead)
    setAhead((was) => new Map([...was, ...changed.map(({ id }) => [id, toRead] as const)]))
    const command = toRead ? read : unread
    const results = await Promise.allSettled(changed.map(({ id }) => command.mutateAsync({ params: { id } })))
    const failed = changed.filter((_, index) => results[index]?.status === 'rejected')
    if (failed.length === 0) return
    setAhead((was) => new Map([...was].filter(([id]) => !failed.some((one) => one.id === id))))
    toast(words.failed)
  }

  return { isRead, mark, forget: () => setAhead(new Map()) }
}
