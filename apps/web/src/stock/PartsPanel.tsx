import { type Request, type StockReservation, stock } from '@deskhand/contract'
import { lazy, Suspense, useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import rows from '../desks/Desks.module.css'
import { useUndo } from '../operations/useUndo.tsx'
import { Button } from '../ui/Button.tsx'
import { PaneSection } from '../ui/Pane.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './Stock.module.css'
import { so, stockWords as words } from './words.ts'

const ReserveDialog = lazy(() => import('./parts/ReserveDialog.tsx'))

/** Beside a request in the queue: the parts that it needs, and whether they are there. */
export default function PartsPanel({ request }: { request: Request }) {
  const { data, error, refetch } = useRead(stock.ofRequest, { params: { id: request.id } })
  const [isAsking, setAsking] = useState(false)
  const issue = useCommand(stock.issue)
  const { undo, dialog } = useUndo()
  if (error) {
    return (
      <PaneSection title={words.parts}>
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      </PaneSection>
    )
  }
  const needed = data?.data.filter(({ state }) => state !== 'RELEASED') ?? []
  if (!data || (needed.length === 0 && !data.mayReserve)) return null

  async function give({ id, itemId, itemName, quantity }: StockReservation) {
    const body = { reservationId: id, personId: request.requesterId }
    const given = await issue.mutateAsync({ params: { id: itemId }, body }).catch(() => null)
    if (given) toast(words.done.ISSUE(so(quantity, itemName)), { undo: () => undo(given.operationId, 1) })
  }

  return (
    <PaneSection
      title={words.parts}
      action={
        data.mayReserve ? (
          <Button size="small" variant="quiet" onPress={() => setAsking(true)}>
            {words.needsPart}
          </Button>
        ) : null
      }
    >
      <ProblemNotice problem={issue.error} />
      {needed.length === 0 ? <p className={classes.quiet}>{words.noneNeeded}</p> : null}
      <ul aria-label={words.parts}>
        {needed.map((one) => (
          <li key={one.id} className={rows.row}>
            <div>
              <p>
                <a href={`/stock/${one.itemId}`}>{so(one.quantity, one.itemName)}</a>
              </p>
              <p className={rows.about}>
                {words.reservations[one.state]} · {one.locationName}
              </p>
            </div>
            {one.state === 'READY' ? (
              <Button
                size="small"
                label={words.issueReservedNamed(so(one.quantity, one.itemName))}
                onPress={() => void give(one)}
              >
                {words.issueReserved}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {isAsking ? (
        <Suspense fallback={null}>
          <ReserveDialog request={request} onClose={() => setAsking(false)} />
        </Suspense>
      ) : null}
      {dialog}
    </PaneSection>
  )
}
