import { useEffect, useRef } from 'react'

/** Nobody types so fast; a scanner that acts as a keyboard does. */
const fastest = 35
const shortest = 4

/**
 * Hears a hand scanner anywhere: a burst of keys that ends with Enter. From its second key on nothing else hears it, so
 * that no single-key command runs. In a field it is left alone: there the code arrives by itself.
 */
export function useWedge(onCode: (code: string) => void) {
  const latest = useRef(onCode)
  useEffect(() => {
    latest.current = onCode
  }, [onCode])
  useEffect(() => {
    let code = ''
    let last = Number.NEGATIVE_INFINITY
    function onKeyDown(event: KeyboardEvent) {
      const isField =
        event.target instanceof HTMLElement &&
        event.target.matches('input, textarea, select, [contenteditable]')
      if (isField || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const isBurst = event.timeStamp - last <= fastest
      if (event.key.length === 1) {
        code = isBurst ? code + event.key : event.key
        last = event.timeStamp
        if (isBurst) swallow(event)
      } else if (event.key === 'Enter' && isBurst && code.length >= shortest) {
        swallow(event)
        latest.current(code)
        code = ''
      }
    }
    const swallow = (event: KeyboardEvent) => {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}
