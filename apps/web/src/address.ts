import { useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

/**
 * The query of the address: filters, tabs and searches live here, so that a link shows the same again.
 * `change` replaces it without a new entry in the history; an empty value takes the field out.
 */
export function useAddressQuery() {
  const router = useRouter()
  const text = useRouterState({ select: ({ location }) => location.searchStr })
  const query = useMemo(() => new URLSearchParams(text), [text])
  const change = useCallback(
    (changes: Record<string, string | null>) => {
      const { pathname, searchStr } = router.state.location
      const next = new URLSearchParams(searchStr)
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value)
        else next.delete(name)
      }
      router.history.replace(next.size > 0 ? `${pathname}?${next}` : pathname)
    },
    [router],
  )
  return { query, change }
}
