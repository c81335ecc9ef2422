import { type RefObject, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { isOpening } from '../shell/heldKeys.ts'

/** Nobody types so fast, in milliseconds from key to key; a scanner that acts as a keyboard does. */
const fastest = 35
const shortest = 4

type Hears = RefObject<(code: string) => void>
/** Who hears a scanner: the page that came last, and what listens everywhere only where no page does. */
const pages: Hears[] = []
const everywhere: Hears[] = []

/** What came so fast that it may be a scanner, until it is known. */
let burst: KeyboardEvent[] = []
let ended: ReturnType<typeof setTimeout> | undefined
const givenBack = new WeakSet<Event>()

function onKeyDown(event: KeyboardEvent) {
  if (givenBack.has(event)) return
  const last = burst.at(-1)
  if (last && event.timeStamp - last.timeStamp > fastest) giveBack()
  // A key that is held down repeats as fast as a scanner types.
  const isCode = event.key.length === 1 && event.key !== ' ' && !event.repeat
  if (isTyping(event)) giveBack()
  else if (isCode) {
    swallow(event)
    burst.push(event)
    clearTimeout(ended)
    ended = setTimeout(giveBack, fastest)
  } else if (event.key === 'Enter' && burst.length >= shortest) {
    swallow(event)
    const code = burst.map(({ key }) => key).join('')
    forget()
    const hears = pages.at(-1) ?? everywhere.at(-1)
    hears?.current(code)
  } else if (event.key !== 'Shift') giveBack()
}

/** In a field, or with a key that makes a command of its own, it is a person. */
function isTyping({ target, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  return isField(target) || ctrlKey || metaKey || altKey || isComposing
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
}

function forget() {
  clearTimeout(ended)
  burst = []
}

/** Quick fingers, and no scanner: whoever waits for these keys gets them, in their order. */
function giveBack() {
  const keys = burst
  forget()
  for (const { key, code, shiftKey, target } of keys) {
    // A field that has got the focus since, by a key before this one or by a dialog that was on its way.
    if (isField(document.activeElement) && !isOpening()) {
      document.execCommand('insertText', false, key)
      continue
    }
    const again = new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true })
    givenBack.add(again)
    const from = target instanceof Node && target.isConnected ? target : document.body
    // Each sees what the one before it did.
    flushSync(() => from.dispatchEvent(again))
  }
}

function swallow(event: KeyboardEvent) {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/**
 * Hears a hand scanner anywhere: a burst of keys that ends with Enter. Nothing else hears a key before it is known that
 * it is none of a scanner's, so that no single-key command runs. In a field it is left alone: there the code arrives by
 * itself.
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
