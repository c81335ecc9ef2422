import type { Approval } from '@deskhand/contract'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import classes from './Approvals.module.css'
import type { Doing } from './DecideDialog.tsx'
import { approvalWords as words } from './words.ts'

// Few who see the buttons press one.
const DecideDialog = lazy(() => import('./DecideDialog.tsx'))

type DecideProps = {
  approval: Approval
  size?: 'small' | 'regular'
  /** Only yes and no, where there is little room; the rest is on the page of approvals. */
  isBrief?: boolean
}

/** The reader's own say: approve, decline, ask, hand over. Each is confirmed, because none can be taken back. */
export function Decide({ approval, size = 'regular', isBrief = false }: DecideProps) {
  const [open, setOpen] = useState<Doing | null>(null)
  if (!approval.can.includes('decide')) return null
  const close = () => setOpen(null)
  return (
    <div className={classes.actions}>
      {isBrief ? null : (
        <>
          <Button variant="quiet" size={size} onPress={() => setOpen('DELEGATE')}>
            {words.delegate}
          </Button>
          <Button variant="quiet" size={size} onPress={() => setOpen('INFO_REQUESTED')}>
            {words.ask}
          </Button>
        </>
      )}
      <Button size={size} onPress={() => setOpen('REJECTED')}>
        {words.decline}
      </Button>
      <Button variant="primary" size={size} onPress={() => setOpen('APPROVED')}>
        {words.approve}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <DecideDialog approval={approval} doing={open} onClose={close} />
        </Suspense>
      ) : null}
    </div>
  )
}
