import { Button } from '../../ui/Button.tsx'
import { useNow } from '../../ui/time.ts'
import { playWords as words } from '../playWords.ts'
import type { Play } from '../usePlay.ts'
import classes from './PlayBar.module.css'

/** How far one is through the view, how long it took, and the way on. */
export default function PlayBar({ places, at, skipped, startedAt, next, stop }: Play) {
  const now = useNow()
  const minutes = Math.max(0, Math.floor((now.getTime() - startedAt.getTime()) / 60_000))
  return (
    <section className={classes.bar} aria-label={words.region}>
      <p className={classes.words} role="status">
        {words.progress(at + 1, places.length)}
        <span className={classes.quiet}>
          {words.time(minutes)}
          {skipped > 0 ? `, ${words.skipped(skipped)}` : ''}
        </span>
      </p>
      <Button size="small" variant="quiet" onPress={stop}>
        {words.stop}
      </Button>
      <Button size="small" variant="primary" onPress={next}>
        {words.next}
      </Button>
    </section>
  )
}
