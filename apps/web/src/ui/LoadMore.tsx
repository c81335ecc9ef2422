import { useEffect, useRef } from 'react'
import { Button } from './Button.tsx'
import classes from './LoadMore.module.css'

type LoadMoreProps = { label: string; onPress: () => void; busy: boolean }

/** Brings the next page when its end comes near, and by pressing for whoever does not scroll. */
export function LoadMore({ label, onPress, busy }: LoadMoreProps) {
  const box = useRef<HTMLDivElement>(null)
  const latest = useRef(onPress)
  latest.current = onPress
  useEffect(() => {
    const element = box.current
    if (!element || busy) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) latest.current()
      },
      { rootMargin: '400px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [busy])
  return (
    <div ref={box} className={classes.more}>
      <Button variant="quiet" busy={busy} onPress={onPress}>
        {label}
      </Button>
    </div>
  )
}
