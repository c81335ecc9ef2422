import { type RefObject, useEffect, useRef } from 'react'

/** Nobody types so fast; a scanner that acts as a keyboard does. */
const fastest = 35
const shortest = 4

type Hears = RefObject<(code: string) => void>
/** Who hears a scanner: the page that came last, and what listens everywhere only where no page does. */
const pages: Hears[] = []
const everywhere: Hears[] = []

let code = ''
let last = Number.NEGATIVE_INFINITY

function onKeyDown(event: KeyboardEvent) {
  const isField =
    event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]')
  if (isField || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  const isBurst = event.timeStamp - last <= fastest
  if (event.key.length === 1) {
    code = isBurst ? code + event.key : event.key
    last = event.timeStamp
    if (isBurst) swallow(event)
  } else if (event.key === 'Enter' && isBurst && code.length >= shortest) {
    swallow(event)
    const read = code
    code = ''
    const hears = pages.at(-1) ?? everywhere.at(-1)
    hears?.current(read)
  }
}

function swallow(event: KeyboardEvent) {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/**
 * Hears a hand scanner anywhere: a burst of keys that ends with Enter. From its second key on nothing else hears it, so
 * that no single-key command runs. In a field it is left alone: there the code arrives by itself.
 */
export function useWedge(onCode: (code: string) => void, { isEverywhere = false } = {}) {
  const latest = useRef(onCode)
  useEffect(() => {
    latest.current = onCode
  }, [onCode])
  useEffect(() => {
    const list = isEverywhere ? everywhere : pages
    if (pages.length + everywhere.length === 0)
      window.addEventListener('keydown', onKeyDown, { capture: true })
    list.push(latest)
    return () => {
      list.splice(list.indexOf(latest), 1)
      if (pages.length + everywhere.length === 0)
        window.removeEventListener('keydown', onKeyDown, { capture: true })
    }
  }, [isEverywhere])
}
