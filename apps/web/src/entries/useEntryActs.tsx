import { type Activity, entries, entryWindow } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { useMe } from '../shell/session.ts'
import { problemOf } from '../ui/problem.ts'
import { useNow } from '../ui/time.ts'
import { toast } from '../ui/toast.tsx'
import { entryWords as words } from './words.ts'

/** Whether the reader can correct and withdraw this entry now; the server says the same. */
export function useMayChange(entry: Activity, canWrite: boolean): boolean {
  const me = useMe()
  const now = useNow()
  return (
    canWrite &&
    entry.activityType === 'COMMENT' &&
    entry.authorId === me.id &&
    entry.withdrawnAt === null &&
    now.getTime() - new Date(entry.createdAt).getTime() < entryWindow
  )
}

/** Correcting in its place, and withdrawing after a question. */
export function useEntryActs(requestId: string, entry: Activity) {
  const [isEditing, setEditing] = useState(false)
  const [asks, setAsks] = useState(false)
  const correct = useCommand(entries.correct)
  const withdraw = useCommand(entries.withdraw)
  const params = { id: requestId, activityId: entry.id }
  const fail = (thrown: unknown) => toast(words.failed(problemOf(thrown)?.detail ?? ''))
  return {
    isEditing,
    edit: () => setEditing(true),
    leave: () => setEditing(false),
    asks,
    ask: setAsks,
    isBusy: correct.isPending || withdraw.isPending,
    async save(message: string) {
      if (message.trim() === entry.message) return setEditing(false)
      await correct
        .mutateAsync({ params, body: { message: message.trim() } })
        .then(() => setEditing(false), fail)
    },
    async withdraw() {
      await withdraw.mutateAsync({ params }).catch(fail)
      setAsks(false)
    },
  }
}
