import { type BodyIn, bulkEdits, operations, type ReplyOf } from '@deskhand/contract'
import { useCallback, useState } from 'react'
import { queryClient, useRead } from '../api.ts'
import { call, newKey } from '../call.ts'
import { refresh } from '../fresh.ts'

export type Action = BodyIn<typeof bulkEdits.edit>['action']
export type Outcome = ReplyOf<typeof bulkEdits.edit>
export type Chosen = Pick<BodyIn<typeof bulkEdits.edit>, 'requestIds' | 'filter'>

/** Previews a bulk edit, begins it, and follows it to its end. */
export function useBulk() {
  const [preview, setPreview] = useState<Outcome | null>(null)
  const [begun, setBegun] = useState<Outcome | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const id = begun?.operationId ?? ''
  const followed = useRead(
    operations.get,
    { params: { id } },
    { enabled: id !== '', ...(begun?.state === 'RUNNING' && { refetchInterval: 700 }) },
  )

  const ask = useCallback(async (chosen: Chosen, action: Action, dryRun: boolean) => {
    setBusy(true)
    setProblem(null)
    try {
      const body = { ...chosen, action, dryRun }
      // A large one is begun and followed; waiting for its end would show nothing.
      const extra = { idempotencyKey: newKey(), prefer: 'respond-async' }
      const outcome = await call(bulkEdits.edit, { body }, extra)
      if (dryRun) return setPreview(outcome)
      setBegun(outcome)
      refresh(queryClient, { slice: 'request', ids: [] })
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setBusy(false)
    }
  }, [])

  const reset = useCallback(() => {
    setPreview(null)
    setProblem(null)
  }, [])
  const operation = followed.data ?? null
  return { preview, begun, operation, problem, isBusy, ask, reset, leave: () => setBegun(null) }
}
