import { type Request, type Route, requests } from '@deskhand/contract'
import { useCallback } from 'react'
import { queryClient, reading, useCommand } from '../../api.ts'
import type { Input } from '../../call.ts'
import { problemOf } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import { conflictOf, showConflict } from '../conflict.ts'
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
 * A change of one request: shown at once, taken back when it is refused. Where somebody else was quicker at another field
 * both changes hold; where it was the same field, both values are shown to choose from.
 */
export function useChange<R extends Route<'command'>>(route: R, reference: string) {
  const { mutateAsync, isPending, error, reset } = useCommand(route)
  const change = useCallback(
    async function change(input: Input<R>, options: Options = {}): Promise<boolean> {
      const { expected, done, undo, onDone } = options
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
        const conflict =
          problem?.code === 'stale' && expected ? conflictOf(before, expected, problem.current) : null
        if (conflict?.fields.length === 0) {
          // The other change was to other fields: both hold.
          const again = { ...input, ifMatch: conflict.version }
          return change(again, options)
        }
        if (conflict) {
          const takeMine = () => void change({ ...input, ifMatch: conflict.version }, options)
          showConflict({ reference, ...conflict, takeMine })
        } else toast(problem?.code === 'stale' ? doneWords.stale : doneWords.failed(problem?.detail ?? ''))
        await queryClient.invalidateQueries({ queryKey })
        return false
      }
    },
    [mutateAsync, reference],
  )
  return { change, isPending, error, reset }
}
