import { Button } from './Button.tsx'
import classes from './ProblemNotice.module.css'
import { problemOf } from './problem.ts'
import { problemWords } from './words.ts'

type ProblemNoticeProps = {
  /** What a read or a command threw: a problem of RFC 9457, or a failure to reach the server. Nothing when null. */
  problem: unknown
  onRetry?: () => void
}

const calm: Partial<Record<string, { title: string; detail: string }>> = problemWords.byCode

function wordsFor(thrown: unknown) {
  const problem = problemOf(thrown)
  if (!problem) return { ...problemWords.offline, reference: null, errors: [] }
  const { code, detail, instance, errors } = problem
  const said = calm[code]
  return {
    title: said?.title ?? problemWords.title,
    // What the server wrote for people wins, except where it can only say that something broke.
    detail: code === 'bug' || code === 'unavailable' ? (said?.detail ?? detail) : detail,
    // Enough to find it in the log, short enough to say on the phone.
    reference: instance.slice(0, 8),
    // One fault alone is often the whole of what is said already.
    errors: (errors ?? []).filter(({ message }) => message !== detail),
  }
}

/** A problem in calm words: what happened, what is safe, what to do, and the reference. */
export function ProblemNotice({ problem, onRetry }: ProblemNoticeProps) {
  if (problem === null || problem === undefined) return null
  const { title, detail, reference, errors } = wordsFor(problem)
  return (
    <div className={classes.notice} role="alert">
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        <p>{detail}</p>
        {errors.length > 0 ? (
          <ul className={classes.errors}>
            {errors.map((error) => (
              <li key={error.pointer + error.message}>{error.message}</li>
            ))}
          </ul>
        ) : null}
        {reference ? <p className={classes.reference}>{problemWords.reference(reference)}</p> : null}
      </div>
      {onRetry ? (
        <Button size="small" onPress={onRetry}>
          {problemWords.retry}
        </Button>
      ) : null}
    </div>
  )
}
