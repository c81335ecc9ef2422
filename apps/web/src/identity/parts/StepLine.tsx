import { setUpWords as words } from '../words.ts'
import classes from './StepLine.module.css'

/** Which of the four steps this is, in words and as four short lines. */
export function StepLine({ step }: { step: number }) {
  return (
    <div className={classes.steps}>
      <p className={classes.words}>
        {words.step(step + 1, words.steps.length)} · {words.steps[step]}
      </p>
      <span className={classes.line} aria-hidden="true">
        {words.steps.map((name, index) => (
          <span key={name} className={index <= step ? classes.past : classes.ahead} />
        ))}
      </span>
    </div>
  )
}
