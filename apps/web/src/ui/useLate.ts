import { useEffect, useState } from 'react'

/** True once something has lasted for so long: short waits change nothing on screen. */
export function useLate(active: boolean, milliseconds: number) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!active) {
      setLate(false)
      return
    }
    const timer = setTimeout(setLate, milliseconds, true)
    return () => clearTimeout(timer)
  }, [active, milliseconds])
  return late
}
