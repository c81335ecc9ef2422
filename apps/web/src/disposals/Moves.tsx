import { type Disposal, disposals } from '@deskhand/contract'
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { useUndo } from '../operations/useUndo.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import classes from './Disposals.module.css'
import { moveWords, stateWords, disposalWords as words } from './words.ts'

type To = Disposal['moves'][number]['to']

/** The steps that the reader may take now; what goes back or is cancelled says why, what is completed is asked once. */
export function Moves({ disposal }: { disposal: Disposal }) {
  const { id, number, moves, version, things } = disposal
  const [asked, setAsked] = useState<To | null>(null)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const transition = useCommand(disposals.transition)
  const { undo, dialog } = useUndo()
  const needsReason = asked === 'CANCELLED' || asked === 'DRAFT'
  const conflicts = problemOf(transition.error)?.conflicts ?? []

  async function go(to: To) {
    const said = reason.trim()
    const body = { to, ...(said && { reason: said }) }
    const moved = await transition.mutateAsync({ params: { id }, ifMatch: version, body }).catch(() => null)
    if (!moved) return
    const { operationId } = moved
    toast(words.moved(number, stateWords[moved.state]), {
      ...(operationId && { undo: () => undo(operationId, things.length) }),
    })
    setAsked(null)
    setReason('')
  }
  function confirm() {
    setTried(true)
    if (asked && !(needsReason && reason.trim() === '')) void go(asked)
  }
  return (
    <>
      {moves.map(({ to }) => (
        <Button
          key={to}
          variant={to === 'CANCELLED' || to === 'DRAFT' ? 'quiet' : 'primary'}
          busy={transition.isPending}
          onPress={() => {
            if (to === 'APPROVED' || to === 'HANDED_OVER') void go(to)
            else setAsked(to)
          }}
        >
          {moveWords[to]}
        </Button>
      ))}
      {asked === null && transition.error ? (
        <div className={classes.words}>
          <ProblemNotice problem={transition.error} />
          {conflicts.map((one) => (
            <span key={`${one.subjectId} ${one.message}`} className={classes.fault}>
              {one.message}
            </span>
          ))}
        </div>
      ) : null}
      {asked ? (
        <Dialog
          opened
          title={asked === 'COMPLETED' ? words.completeTitle(things.length) : moveWords[asked]}
          confirmLabel={moveWords[asked]}
          busy={transition.isPending}
          problem={transition.error}
          onClose={() => setAsked(null)}
          onConfirm={confirm}
        >
          {asked === 'COMPLETED' ? <p>{words.completeAbout}</p> : null}
          {conflicts.map((one) => (
            <span key={`${one.subjectId} ${one.message}`} className={classes.fault}>
              {one.message}
            </span>
          ))}
          {needsReason ? (
            <Textarea
              label={words.reason}
              autosize
              minRows={2}
              maxLength={2000}
              value={reason}
              error={isTried && reason.trim() === '' ? words.reasonNeeded : null}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          ) : null}
        </Dialog>
      ) : null}
      {dialog}
    </>
  )
}
