import { presence, type ReplyOf } from '@deskhand/contract'
import { useEffect } from 'react'
import { queryClient, reading, useRead } from '../api.ts'
import { onSaid } from '../live.ts'

type Seen = ReplyOf<typeof presence.seen>

/** How far each side has read, kept up to date live. */
export function useSeen(requestId: string): Seen | undefined {
  const { data } = useRead(presence.seen, { params: { id: requestId } })
  useEffect(
    () =>
      onSaid((message) => {
        if (message.type !== 'seen' || message.request !== requestId) return
        const { queryKey } = reading(presence.seen, { params: { id: requestId } })
        const { by, activityId, at } = message
        queryClient.setQueryData(queryKey, (was: Seen | undefined) => ({
          desk: null,
          requester: null,
          ...was,
          [by]: { activityId, at },
        }))
      }),
    [requestId],
  )
  return data
}
