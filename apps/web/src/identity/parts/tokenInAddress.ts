import { identity, type ReplyOf } from '@deskhand/contract'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../call.ts'

export type Inspected = ReplyOf<typeof identity.inspect>

/** Mailed links carry their token behind the #, which browsers send to nobody. */
export function tokenInAddress(): string | null {
  const fragment = window.location.hash.slice(1)
  const token = new URLSearchParams(fragment).get('token') ?? fragment
  return /^[\w.~-]{16,200}$/.test(token) ? token : null
}

/** What the token is for and for whom; it stays usable. */
export function useInspected(token: string | null) {
  return useQuery({
    // Not the route's path: a command on it uses the token up, and asking again would say so.
    queryKey: ['mailed token', token],
    queryFn: () => call(identity.inspect, { body: { token: token ?? '' } }),
    enabled: token !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
