import type { ReplyOf, Route } from '@deskhand/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useCommand } from '../../api.ts'
import { refresh } from '../../fresh.ts'
import { problemOf } from '../../ui/problem.ts'

type Decision = Route<'command'>

/** A command on a request that somebody else may have changed meanwhile; then what is there now is fetched. */
export function useDecision<R extends Decision>(route: R, onDone: (reply: ReplyOf<R>) => void) {
  const client = useQueryClient()
  return useCommand(route, {
    onSuccess: onDone,
    onError: (thrown) => {
      const status = problemOf(thrown)?.status
      if (status === 409 || status === 412) refresh(client, { slice: 'request', ids: [] })
    },
  })
}
