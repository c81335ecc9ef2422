import { type Correction, corrections } from '@deskhand/contract'
import { lazy, useState } from 'react'
import { useDecision } from '../requests/portal/useDecision.ts'
import { Button } from '../ui/Button.tsx'
import { Opening } from '../ui/Opening.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './Corrections.module.css'
import { correctionWords as words } from './words.ts'

const RefuseDialog = lazy(() => import('./RefuseDialog.tsx'))

/** What the reader may do with a correction that waits: the second person's yes and no, or taking back one's own. */
export function Decide({ correction }: { correction: Correction }) {
  const { id, referenceNumber: reference, can } = correction
  const [isRefusing, setRefusing] = useState(false)
  const confirm = useDecision(corrections.confirm, () => toast(words.confirmed(reference)))
  const withdraw = useDecision(corrections.withdraw, () => toast(words.withdrawn(reference)))
  const params = { id }
  return (
    <>
      <div className={classes.actions}>
        {can.includes('decide') ? (
          <>
            <Button
              variant="primary"
              size="small"
              busy={confirm.isPending}
              label={words.confirmNamed(reference)}
              onPress={() => confirm.mutate({ params })}
            >
              {words.confirm}
            </Button>
            <Button size="small" label={words.refuseNamed(reference)} onPress={() => setRefusing(true)}>
              {words.refuse}
            </Button>
          </>
        ) : null}
        {can.includes('withdraw') ? (
          <Button
            size="small"
            busy={withdraw.isPending}
            label={words.withdrawNamed(reference)}
            onPress={() => withdraw.mutate({ params })}
          >
            {words.withdraw}
          </Button>
        ) : null}
      </div>
      <ProblemNotice problem={confirm.error ?? withdraw.error} />
      {isRefusing ? (
        <Opening>
          <RefuseDialog correction={correction} onClose={() => setRefusing(false)} />
        </Opening>
      ) : null}
    </>
  )
}
