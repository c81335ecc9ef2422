import { useEffect, useRef } from 'react'
import { announce } from '../ui/announcements.ts'
import classes from './TypingLine.module.css'

/** Somebody is writing. Its place is kept, so that nothing jumps; said aloud at most once a minute. */
export function TypingLine({ words }: { words: string | null }) {
  const saidAt = useRef(0)
  useEffect(() => {
    if (!words || Date.now() - saidAt.current < 60_000) return
    saidAt.current = Date.now()
    announce(words)
  }, [words])
  return (
    <p className={classes.line} data-screen-only>
      {words ? (
        <>
          <span className={classes.dots} aria-hidden="true">
            <span />
            <span />
            <span />
          </span>
          {words}
        </>
      ) : null}
    </p>
  )
}
