import { useEffect, useRef } from 'react'

/** Runs `then` once for each id that comes to be there. */
export function useEnded(id: string | null, then: () => void) {
  const latest = useRef(then)
  latest.current = then
  useEffect(() => {
    if (id) latest.current()
  }, [id])
}
