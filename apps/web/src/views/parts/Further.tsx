import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { RefObject } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { boardWords as words } from '../words.ts'
import classes from './BoardLayout.module.css'
import { useFurther } from './useFurther.ts'

/** Says at the edges of a board that it goes on there, and brings one to it. */
export function Further({ box }: { box: RefObject<HTMLElement | null> }) {
  const { further, go } = useFurther(box)
  return (
    <>
      {further.before > 0 ? (
        <button
          type="button"
          className={classes.before}
          aria-label={words.before(further.before)}
          onClick={() => go('before')}
        >
          <Icon of={ChevronLeft} /> {further.before}
        </button>
      ) : null}
      {further.after > 0 ? (
        <button
          type="button"
          className={classes.after}
          aria-label={words.after(further.after)}
          onClick={() => go('after')}
        >
          {further.after} <Icon of={ChevronRight} />
        </button>
      ) : null}
    </>
  )
}
