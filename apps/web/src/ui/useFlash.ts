import { useEffect, useRef, useState } from 'react'

const washes = 1_200

/** True for a moment after the value has changed while it was on screen: the row washes over once. */
export function useFlash(value: unknown): boolean {
  const last = useRef(value)
  const [isFresh, setFresh] = useState(false)
  useEffect(() => {
    if (last.current === value) return
    last.current = value
    setFresh(true)
    const timer = setTimeout(() => setFresh(false), washes)
    return () => clearTimeout(timer)
  }, [value])
  return isFresh
}
