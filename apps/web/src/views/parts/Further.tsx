import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { RefObject } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { boardWords as words } from '../words.ts'
import classes from './BoardLayout.module.css'
import { useFurther } from './useFurther.ts'

/** Says above a board that it goes on at its edges, and brings one there; nothing where all of it is seen. */
export function Further({ box }: { box: RefObject<HTMLElement | null> }) {
  const { further, go } = useFurther(box)
  if (further.before === 0 && further.after === 0) return null
  return (
    <div className={classes.further}>
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
    </div>
  )
}
