import { participants, type Request } from '@deskhand/contract'
import { useCommand, useRead } from '../api.ts'
import type { RequestAction } from '../queue/moreActions.ts'
import { useMe } from '../shell/session.ts'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { watchWords as words } from './words.ts'

/** W: one follows a request, or no more. */
export function useWatchAction(request: Request): { actions: RequestAction[] } {
  const me = useMe()
  const params = { id: request.id }
  const { data } = useRead(participants.list, { params })
  const add = useCommand(participants.add)
  const remove = useCommand(participants.remove)
  const mine = data?.data.find(({ personId }) => personId === me.id)
  const { referenceNumber: reference } = request
  const onError = (thrown: unknown) => toast(words.failed(problemOf(thrown)?.detail ?? ''))
  const follow = () =>
    add.mutate(
      { params, body: { personId: me.id } },
      { onSuccess: ({ id }) => toast(words.follows(reference), { undo: () => leave(id) }), onError },
    )
  const leave = (watcherId: string) =>
    remove.mutate(
      { params: { ...params, watcherId } },
      { onSuccess: () => toast(words.leaves(reference), { undo: follow }), onError },
    )
  return {
    actions: [
      {
        id: 'watch',
        label: mine ? words.leave : words.follow,
        keys: 'w',
        disabledReason: request.can.includes('comment') ? null : words.closed,
        run: () => (mine ? leave(mine.id) : follow()),
      },
    ],
  }
}
