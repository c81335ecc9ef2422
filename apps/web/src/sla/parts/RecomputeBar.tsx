import { sla } from '@deskhand/contract'
import { useRead } from '../../api.ts'
import { Meter } from '../../ui/Meter.tsx'
import { policyWords as words } from '../policyWords.ts'
import classes from '../SlaPage.module.css'

/** While open requests are counted anew: how far it has come. */
export function RecomputeBar() {
  const { data } = useRead(sla.recompute, {}, { refetchInterval: 1_500 })
  if (!data?.isRunning) return null
  return (
    <div className={classes.progress} role="status">
      <span>{words.recomputing(data.done, data.total)}</span>
      <Meter
        role="progressbar"
        label={words.recomputeLabel}
        value={data.done}
        max={Math.max(1, data.total)}
      />
    </div>
  )
}
