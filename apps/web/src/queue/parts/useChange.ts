import { type Request, type Route, requests } from '@deskhand/contract'
import { useCallback } from 'react'
import { queryClient, reading, useCommand } from '../../api.ts'
import type { Input } from '../../call.ts'
import { problemOf } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import { doneWords } from '../words.ts'

type Options = {
  /** How the record looks once the server agrees; shown at once. */
  expected?: Partial<Request>
  /** The sentence when it is done. */
  done?: string
  undo?: () => void
  onDone?: () => void
}

/**
 * A change of one request: shown at once, taken back when it is refused. When somebody else was quicker the
 * newer record is shown and a sentence says so.
 */
export function useChange<R extends Route<'command'>>(route: R, reference: string) {
  const { mutateAsync, isPending, error, reset } = useCommand(route)
  const change = useCallback(
    async (input: Input<R>, { expected, done, undo, onDone }: Options = {}): Promise<boolean> => {
      const { queryKey } = reading(requests.get, { params: { id: reference } })
      const before = queryClient.getQueryData(queryKey)
      if (expected) queryClient.setQueryData(queryKey, before && { ...before, ...expected })
      try {
        await mutateAsync(input)
        await queryClient.invalidateQueries({ queryKey })
        if (done) toast(done, undo ? { undo } : {})
        onDone?.()
        return true
      } catch (thrown) {
        if (expected) queryClient.setQueryData(queryKey, before)
        const problem = problemOf(thrown)
        toast(problem?.code === 'stale' ? doneWords.stale : doneWords.failed(problem?.detail ?? ''))
        await queryClient.invalidateQueries({ queryKey })
        return false
      }
    },
    [mutateAsync, reference],
  )
  return { change, isPending, error, reset }
}
