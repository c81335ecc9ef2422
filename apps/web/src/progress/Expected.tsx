import type { progress, ReplyOf } from '@deskhand/contract'
import { dayInSentence, useNow } from '../ui/time.ts'
import classes from './HandsBar.module.css'
import { progressWords as words } from './words.ts'

/** When it is likely to be done, in a sentence that says what that was learnt from. */
export function Expected({ expected }: Pick<ReplyOf<(typeof progress)['get']>, 'expected'>) {
  const now = useNow()
  if (!expected) return null
  const day = (at: string) => dayInSentence(new Date(at), now)
  return (
    <p className={classes.line}>
      {words.expected(day(expected.likely), day(expected.latest))}{' '}
      <span className={classes.basis}>{words.basis(expected.count, expected.basis)}</span>
    </p>
  )
}
