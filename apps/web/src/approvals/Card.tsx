import { approvals, type ListedApproval } from '@deskhand/contract'
import { type ReactNode, useState } from 'react'
import { useCommand } from '../api.ts'
import { ReasonDialog } from '../requests/portal/parts/ReasonDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './Approvals.module.css'
import { Decide } from './Decide.tsx'
import { besideLeave, Facts } from './Facts.tsx'
import { Steps } from './Steps.tsx'
import { approvalWords as words } from './words.ts'

type CardProps = {
  approval: ListedApproval
  size?: 'small' | 'regular'
  /** What else is told before its steps, where a round has a page of its own. */
  children?: ReactNode
}

/** One round on its request: where it stands, what it is about for whoever decides, and what one can do. */
export function Card({ approval, size = 'regular', children }: CardProps) {
  const { id, referenceNumber: ref, can, round, status } = approval
  const [isCancelling, setCancelling] = useState(false)
  const params = { id }
  const remind = useCommand(approvals.remind, { onSuccess: () => toast(words.reminded) })
  const cancel = useCommand(approvals.cancel, {
    onSuccess: () => {
      toast(words.cancelled(ref))
      setCancelling(false)
    },
  })
  return (
    <div className={classes.card}>
      {status !== 'PENDING' || round > 1 ? (
        <p className={classes.note}>
          {words.statuses[status]}
          {round > 1 ? ` · ${words.round(round)}` : ''}
        </p>
      ) : null}
      {can.includes('decide') || approval.changes.length > 0 ? <Facts {...besideLeave(approval)} /> : null}
      {children}
      <Steps approval={approval} />
      <Decide approval={approval} size={size} />
      {can.includes('remind') || can.includes('cancel') ? (
        <div className={classes.actions}>
          {can.includes('remind') ? (
            <Button
              variant="quiet"
              size="small"
              busy={remind.isPending}
              onPress={() => remind.mutate({ params, body: {} })}
            >
              {words.remind}
            </Button>
          ) : null}
          {can.includes('cancel') ? (
            <Button variant="quiet" size="small" onPress={() => setCancelling(true)}>
              {words.cancel}
            </Button>
          ) : null}
        </div>
      ) : null}
      <ProblemNotice problem={remind.error} />
      <ReasonDialog
        opened={isCancelling}
        onClose={() => setCancelling(false)}
        title={words.cancelTitle(ref)}
        label={words.reason}
        confirmLabel={words.cancel}
        busy={cancel.isPending}
        problem={cancel.error}
        onConfirm={(reason) => cancel.mutate({ params, body: { reason } })}
      />
    </div>
  )
}
