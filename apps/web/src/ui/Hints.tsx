import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import classes from './Hints.module.css'

const delay = 400
const gap = 5
const edge = 8

type Hint = { of: HTMLElement; words: string }

const hinted = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null

/**
 * Explains whatever has `data-hint`, under the pointer or with the focus of the keyboard; Escape takes it away. One part
 * for the whole page: Mantine's tooltip around every button and row cost each first visit 40 KB, and each row its hooks.
 * `data-hint-side="end"` stands beside; a press shows at once why something cannot be done, or what came of it.
 */
export function Hints() {
  const [hint, setHint] = useState<Hint | null>(null)
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = (of: HTMLElement) => {
      clearTimeout(timer)
      const words = of.dataset['hint']
      if (words && of.isConnected && of.getAttribute('aria-expanded') !== 'true') setHint({ of, words })
    }
    const hide = () => {
      clearTimeout(timer)
      setHint(null)
    }
    const onOver = ({ target, pointerType }: PointerEvent) => {
      if (target instanceof Node && box.current?.contains(target)) return
      const of = hinted(target)
      hide()
      if (of && pointerType !== 'touch') timer = setTimeout(show, delay, of)
    }
    const onFocus = ({ target }: FocusEvent) => {
      const of = hinted(target)
      if (of?.matches(':focus-visible')) timer = setTimeout(show, delay, of)
    }
    const onClick = ({ target }: MouseEvent) => {
      const of = hinted(target)
      hide()
      if (of?.matches('[aria-disabled="true"], [data-hint-answers]')) timer = setTimeout(show, 0, of)
    }
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') hide()
    }
    document.addEventListener('pointerover', onOver)
    document.addEventListener('focusin', onFocus)
    document.addEventListener('focusout', hide)
    document.addEventListener('click', onClick)
    document.addEventListener('keydown', onKey, true)
    window.addEventListener('scroll', hide, true)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerover', onOver)
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('focusout', hide)
      document.removeEventListener('click', onClick)
      document.removeEventListener('keydown', onKey, true)
      window.removeEventListener('scroll', hide, true)
    }
  }, [])

  // What it says may change while it shows, and what it explains may go.
  useEffect(() => {
    if (!hint) return
    const watching = new MutationObserver(() => {
      const words = hint.of.dataset['hint']
      setHint(words && hint.of.isConnected ? { of: hint.of, words } : null)
    })
    watching.observe(document.body, { childList: true, subtree: true })
    watching.observe(hint.of, { attributes: true, attributeFilter: ['data-hint'] })
    return () => watching.disconnect()
  }, [hint])

  useLayoutEffect(() => {
    const own = box.current
    if (!own || !hint) return
    const at = hint.of.getBoundingClientRect()
    const { width, height } = own.getBoundingClientRect()
    const isBeside = hint.of.dataset['hintSide'] === 'end'
    const isFromRight = document.documentElement.dir === 'rtl'
    const left = isBeside
      ? isFromRight
        ? at.left - width - gap
        : at.right + gap
      : at.left + at.width / 2 - width / 2
    const above = at.top - height - gap
    const top = isBeside ? at.top + at.height / 2 - height / 2 : above >= edge ? above : at.bottom + gap
    const within = (value: number, most: number) => Math.max(edge, Math.min(value, most - edge))
    own.style.left = `${within(left, window.innerWidth - width)}px`
    own.style.top = `${within(top, window.innerHeight - height)}px`
  }, [hint])

  return hint ? (
    // What is read aloud is the name or the description of what it explains, which says the same.
    <div ref={box} className={classes.hint} aria-hidden="true">
      {hint.words}
    </div>
  ) : null
}
