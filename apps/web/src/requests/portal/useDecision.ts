import { type ReplyOf, type Request, type Route, requests } from '@deskhand/contract'
import { useQueryClient } from '@tanstack/react-query'
import { reading, useCommand } from '../../api.ts'
import { refresh } from '../../fresh.ts'
import { problemOf } from '../../ui/problem.ts'

type Decision = Route<'command'>

const isRequest = (reply: unknown): reply is Request =>
  typeof reply === 'object' && reply !== null && 'referenceNumber' in reply && 'can' in reply

/**
 * A command on a request: what it answers is shown at once, so that nothing asks again what was just decided. Where
 * somebody else has changed it meanwhile, what is there now is fetched.
 */
export function useDecision<R extends Decision>(route: R, onDone: (reply: ReplyOf<R>) => void) {
  const client = useQueryClient()
  return useCommand(route, {
    onSuccess: (reply) => {
      if (isRequest(reply)) {
        for (const id of [reply.referenceNumber, reply.id])
          client.setQueriesData({ queryKey: reading(requests.get, { params: { id } }).queryKey }, reply)
      }
      onDone(reply)
    },
    onError: (thrown) => {
      const status = problemOf(thrown)?.status
      if (status === 409 || status === 412) refresh(client, { slice: 'request', ids: [] })
    },
  })
}
