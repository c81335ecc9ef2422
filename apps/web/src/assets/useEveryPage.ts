import { operationLimit } from '@deskhand/contract'
import { useEffect, useState } from 'react'

type Pages = {
  items: readonly unknown[]
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => unknown
}

/** Loads what is left of a list, page after page, and then says so; no more than one deed can take. */
export function useEveryPage(pages: Pages, onEvery: () => void) {
  const { items, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages
  const [isLoading, setLoading] = useState(false)
  useEffect(() => {
    if (!isLoading || isFetchingNextPage) return
    if (hasNextPage && !isFetchNextPageError && items.length < operationLimit) {
      void fetchNextPage()
      return
    }
    setLoading(false)
    if (!isFetchNextPageError) onEvery()
  }, [isLoading, isFetchingNextPage, isFetchNextPageError, hasNextPage, items.length, fetchNextPage, onEvery])
  return { isLoading, load: () => setLoading(true) }
}
