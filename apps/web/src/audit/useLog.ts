import { audit } from '@deskhand/contract'
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { reading, useRead } from '../api.ts'
import { call } from '../call.ts'
import type { AuditQuery } from './filters.ts'

const poll = 20_000

/**
 * The log, page after page. What is written never changes, so no event reads these pages again; only the newest
 * page is asked for anew, to say how much has come since.
 */
export function useLog(query: AuditQuery) {
  const client = useQueryClient()
  const headKey = reading(audit.list, { query }).queryKey
  const key = ['log of audit', query]
  const pages = useInfiniteQuery({
    queryKey: key,
    queryFn: async ({ pageParam, signal }) => {
      const page = await call(
        audit.list,
        { query: { ...query, ...(pageParam && { cursor: pageParam }) } },
        { signal },
      )
      if (pageParam === null) client.setQueryData(headKey, page)
      return page
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.page.next,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  })
  const head = useRead(
    audit.list,
    { query },
    { enabled: pages.isSuccess && !pages.isPlaceholderData, refetchInterval: poll },
  ).data
  const items = pages.data?.pages.flatMap(({ data }) => data) ?? []
  const newest = BigInt(items[0]?.id ?? 0)
  const fresh = pages.isPlaceholderData ? [] : (head?.data.filter(({ id }) => BigInt(id) > newest) ?? [])
  return {
    ...pages,
    items,
    freshCount: fresh.length,
    /** More has come than one page holds. */
    hasMoreFresh: fresh.length > 0 && fresh.length === head?.data.length,
    /** Shows what has come; what was loaded below it is loaded again when one gets there. */
    takeIn: () => {
      if (head) client.setQueryData(key, { pages: [head], pageParams: [null] })
    },
  }
}
