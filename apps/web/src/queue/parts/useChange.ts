import { type ReplyOf, type Request, type Route, requests } from '@deskhand/contract'
import { useCallback } from 'react'
import { queryClient, reading, useCommand } from '../../api.ts'
import type { Input } from '../../call.ts'
import { inTurn } from '../../inTurn.ts'
import { useMe } from '../../shell/session.ts'
import { problemOf } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import { conflictOf, type Found, showConflict } from '../conflict.ts'
import { sendHeld } from '../heldReply.ts'
import { doneWords } from '../words.ts'

type Options<R extends Route<'command'>> = {
  /** How the record looks once the server agrees; shown at once. */
  expected?: Partial<Request>
  /**
   * Of what is not shown beforehand: the fields on which it rests. A change of others, such as one's own of a moment ago,
   * does not stand in its way.
   */
  restsOn?: readonly (keyof Request)[]
  /** What an editor began with: what came since, seen or not, is asked about before it is saved over. */
  since?: Request
  /** Both values are shown to choose from; of what is not shown beforehand, whoever asked for the change shows them. */
  onConflict?: (found: Found) => void
  /** The sentence when it is done. */
  done?: string
  undo?: (answer: ReplyOf<R>) => void
  /** As soon as the server has agreed; what is shown may not be read again yet. */
  onAgreed?: () => void
  onDone?: () => void
}

/** A move goes by the state one saw, and by nobody else having written meanwhile. */
export const movesRestOn = ['status', 'snippet'] as const

/**
 * A change of one request, in its turn: shown when it is sent, taken back when it is refused. Where somebody else was
 * quicker at another field both changes hold; where it was the same field, both values are shown to choose from.
 */
export function useChange<R extends Route<'command'>>(route: R, reference: string) {
  const { mutateAsync, isPending, error, reset } = useCommand(route)
  const meId = useMe().id
  const change = useCallback(
    async function change(input: Input<R>, options: Options<R> = {}): Promise<boolean> {
      const { expected, restsOn, since, onConflict, done, undo, onAgreed, onDone } = options
      const { queryKey } = reading(requests.get, { params: { id: reference } })

      async function send(sent: Input<R>): Promise<boolean> {
        const before = queryClient.getQueryData(queryKey)
        if (expected) queryClient.setQueryData(queryKey, before && { ...before, ...expected })
        try {
          const answer = await mutateAsync(sent)
          onAgreed?.()
          await queryClient.invalidateQueries({ queryKey })
          if (done) toast(done, undo ? { undo: () => undo(answer) } : {})
          onDone?.()
          return true
        } catch (thrown) {
          if (expected) queryClient.setQueryData(queryKey, before)
          const problem = problemOf(thrown)
          const mine = expected ?? (restsOn && Object.fromEntries(restsOn.map((field) => [field, undefined])))
          const conflict =
            problem?.code === 'stale' && mine
              ? conflictOf(since ?? before, mine, problem.current, meId)
              : null
          // The other change was to other fields: both hold.
          if (conflict?.fields.length === 0) return send({ ...sent, ifMatch: conflict.version })
          if (conflict && expected) {
            const seen = { ...options, since: conflict.current }
            const takeMine = () => void change({ ...input, ifMatch: conflict.version }, seen)
            showConflict({ reference, ...conflict, takeMine })
            onConflict?.(conflict)
          } else if (conflict && onConflict) onConflict(conflict)
          else toast(problem?.code === 'stale' ? doneWords.stale : doneWords.failed(problem?.detail ?? ''))
          await queryClient.invalidateQueries({ queryKey })
          return false
        }
      }

      // What was answered before comes before.
      void sendHeld(reference)
      return inTurn(reference, (isAfter) => {
        const version = isAfter && !since && queryClient.getQueryData<Request>(queryKey)?.version
        return send('ifMatch' in input && version ? { ...input, ifMatch: version } : input)
      })
    },
    [mutateAsync, reference, meId],
  )
  return { change, isPending, error, reset }
}
