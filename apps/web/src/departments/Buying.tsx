import { approvals, type Request } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { Track } from '../ui/Track.tsx'
import { buyingStops } from './buyingStops.ts'
import classes from './departments.module.css'
import { buyingWords as words } from './words.ts'

/** How what was asked for is bought: approved, handed over to whoever buys it, ordered, delivered. */
export function Buying({ request, procurement }: { request: Request; procurement: string | null }) {
  const { data } = useRead(approvals.list, { query: { request: request.id } })
  const buying = data ? buyingStops(request, data.data[0] ?? null, procurement) : null
  if (!buying) return null
  return (
    <div className={classes.buying}>
      <Track label={words.label} stops={buying.stops} />
      <p className={classes.quiet}>{buying.sentence}</p>
    </div>
  )
}
