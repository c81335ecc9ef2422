import { type View, views } from '@deskhand/contract'
import { useCallback, useMemo } from 'react'
import { queryClient, reading, useCommand, useRead } from '../api.ts'

type Place = { key: string; isPinned: boolean }

const noViews: View[] = []
const noPlaces: Place[] = []

/** The views that this person has, their counts, and the order they gave them. */
export function useSavedViews() {
  const list = useRead(views.list, {}, { staleTime: 60_000 })
  const hasSome = (list.data?.data.length ?? 0) > 0
  const counted = useRead(views.counts, {}, { enabled: hasSome })
  const counts = useMemo(
    () => new Map(counted.data?.data.map(({ id, count }) => [id, count])),
    [counted.data],
  )
  const { mutate } = useCommand(views.arrange, {
    onError: () => void queryClient.invalidateQueries({ queryKey: [views.list.path] }),
  })
  /** Shown at once; what the server refuses is read again. */
  const arrange = useCallback(
    (places: Place[]) => {
      queryClient.setQueryData(reading(views.list, {}).queryKey, (was) => was && { ...was, places })
      mutate({ body: { places } })
    },
    [mutate],
  )
  return {
    views: list.data?.data ?? noViews,
    places: list.data?.places ?? noPlaces,
    counts,
    arrange,
    isLoaded: list.data !== undefined,
  }
}
