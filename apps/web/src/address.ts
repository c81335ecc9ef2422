import { useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

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

/** A text field whose words live in the address: typing is never held up by it, going back is followed. */
export function useAddressText(name: string): [text: string, type: (text: string) => void] {
  const { query, change } = useAddressQuery()
  const inAddress = query.get(name) ?? ''
  const [text, setText] = useState(inAddress)
  const onTheWay = useRef<string[]>([])

  useEffect(() => {
    const at = onTheWay.current.lastIndexOf(inAddress)
    // What was typed here comes back through the address a little later, when more may have been typed.
    if (at >= 0) onTheWay.current = onTheWay.current.slice(at + 1)
    else setText(inAddress)
  }, [inAddress])

  const type = useCallback(
    (next: string) => {
      setText(next)
      onTheWay.current.push(next)
      change({ [name]: next })
    },
    [change, name],
  )
  return [text, type]
}
