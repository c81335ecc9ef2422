import { classNames } from './classNames.ts'
import classes from './Meter.module.css'

type MeterProps = {
  /** What is measured, in words. */
  label: string
  value: number
  max?: number
  tone?: 'petrol' | 'warn' | 'bad'
  /** A progress bar moves by itself; a meter shows how full something is. */
  role?: 'meter' | 'progressbar'
}

export function Meter({ label, value, max = 100, tone = 'petrol', role = 'meter' }: MeterProps) {
  const share = Math.min(100, Math.max(0, (value / max) * 100))
  const measured = {
    role,
    'aria-label': label,
    'aria-valuenow': Math.round(value),
    'aria-valuemin': 0,
    'aria-valuemax': max,
  }
  return (
    <span className={classes.meter} {...measured}>
      <span
        className={classNames(classes.fill, tone !== 'petrol' && classes[tone])}
        style={{ width: `${share}%` }}
      />
    </span>
  )
}
