import {
  joinQueries,
  type ListedRequest,
  type QueryIn,
  type RequestRow,
  requests,
  type ViewGrouping,
  views,
} from '@deskhand/contract'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { usePages, useRead } from '../api.ts'
import { call } from '../call.ts'
import type { Lens } from './lens.ts'
import { groupTerm } from './useValueOptions.ts'

type Asked = Pick<QueryIn<typeof requests.list>, 'where' | 'sort' | 'fields'>
type Place = { group: number; cursor: string | null }

const pageSize = 100

/**
 * The rows of a lens, page after page. Grouped, they come one group after the other, so that a group is whole however
 * long the list is; its count is the server's. Otherwise what woke from snooze comes first.
 */
export function useGroupedRows({ where, sort, grouping, columns }: Lens) {
  const keys = columns.filter((one) => one.startsWith('own_'))
  const own = keys.length > 0 ? { fields: keys.join() } : {}
  const plain = usePages(
    requests.list,
    { query: { where, sort, ...own, limit: pageSize } },
    { keepPrevious: true, enabled: grouping === null },
  )
  const woken = useRead(
    requests.list,
    { query: { where: joinQueries(where, 'is:woken'), sort, ...own, limit: 50 } },
    { keepPrevious: true, enabled: grouping === null },
  )
  const groups = useRead(
    views.groups,
    { query: { where, by: grouping ?? 'status' } },
    { keepPrevious: true, enabled: grouping !== null },
  )
  const all = groups.data?.data ?? []
  const values = all.map(({ value }) => value)
  const grouped = useInfiniteQuery({
    queryKey: [requests.list.path, { where, sort, grouping, values, ...own }, 'groups'],
    enabled: grouping !== null && values.length > 0,
    placeholderData: keepPreviousData,
    initialPageParam: { group: 0, cursor: null } as Place,
    queryFn: async ({ pageParam: { group, cursor }, signal }) => {
      const by: ViewGrouping = grouping ?? 'status'
      const query: Asked = { where: joinQueries(where, groupTerm(by, values[group] ?? '')), sort, ...own }
      const page = await call(
        requests.list,
        { query: { ...query, limit: pageSize, ...(cursor && { cursor }) } },
        { signal },
      )
      const next: Place | null = page.page.next
        ? { group, cursor: page.page.next }
        : group + 1 < values.length
          ? { group: group + 1, cursor: null }
          : null
      return { data: page.data, group: values[group] ?? '', next }
    },
    getNextPageParam: ({ next }) => next,
  })

  const groupOfRow = useMemo(
    () =>
      new Map(
        grouped.data?.pages.flatMap(({ data, group }) => data.map(({ id }) => [id, group] as const)) ?? [],
      ),
    [grouped.data],
  )
  const rows = useMemo((): ListedRequest[] => {
    if (grouping !== null) return grouped.data?.pages.flatMap(({ data }) => data) ?? []
    const first = woken.data?.data ?? []
    const ids = new Set(first.map(({ id }) => id))
    return [...first, ...plain.items.filter(({ id }) => !ids.has(id))]
  }, [grouping, grouped.data, woken.data, plain.items])
  const labels = useMemo(
    () => new Map(groups.data?.data.map(({ value, label, count }) => [value, `${label} · ${count}`])),
    [groups.data],
  )
  const headOf = useCallback(
    (row: RequestRow): string | null => labels.get(groupOfRow.get(row.id) ?? '') ?? null,
    [labels, groupOfRow],
  )

  const source = grouping === null ? plain : grouped
  const isEmptyGrouped = grouping !== null && groups.data !== undefined && values.length === 0
  return {
    rows,
    headOf,
    isPending: source.isPending && !isEmptyGrouped,
    isError: source.isError || (grouping !== null && groups.isError),
    error: source.error ?? groups.error,
    retry: () => void Promise.all([source.refetch(), grouping === null ? null : groups.refetch()]),
    more: () => {
      if (source.hasNextPage && !source.isFetchingNextPage) void source.fetchNextPage()
    },
  }
}
