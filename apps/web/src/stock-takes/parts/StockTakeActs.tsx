import { type StockTake, stockTakes } from '@deskhand/contract'
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { address } from '../../call.ts'
import { useUndo } from '../../operations/useUndo.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import classes from '../StockTakes.module.css'
import { stockTakeWords as words } from '../words.ts'
import { ChangeDialog } from './ChangeDialog.tsx'
import { CompleteDialog } from './CompleteDialog.tsx'

type Asked = 'begin' | 'review' | 'ask' | 'change' | 'cancel' | 'complete' | null

/** What can be done with it now. */
export function StockTakeActs({ stockTake }: { stockTake: StockTake }) {
  const { id, state, version, mayClose, mayCount, operationId } = stockTake
  const [asked, setAsked] = useState<Asked>(null)
  const { undo, dialog } = useUndo()
  const move = useCommand(stockTakes.move, {
    onSuccess: ({ state: now }) => {
      setAsked(null)
      toast(said[now] ?? words.states[now])
    },
  })
  const ask = useCommand(stockTakes.askHolders, {
    onSuccess: () => {
      setAsked(null)
      toast(words.asked)
    },
  })
  const to = (next: 'ACTIVE' | 'REVIEW' | 'ARCHIVED') =>
    move.mutate({ params: { id }, ifMatch: version, body: { to: next } })
  const reason = mayClose ? null : words.onlyLeads
  const close = () => setAsked(null)
  const isOpen = state === 'PENDING' || state === 'ACTIVE' || state === 'REVIEW'
  const isEnded = state === 'COMPLETED' || state === 'ARCHIVED'
  return (
    <div className={classes.acts}>
      {state === 'PENDING' ? (
        <Button variant="primary" disabledReason={reason} onPress={() => setAsked('begin')}>
          {words.begin}
        </Button>
      ) : null}
      {state === 'ACTIVE' || state === 'REVIEW' ? (
        mayCount ? (
          // A page of its own, loaded anew: only so can it be kept for work without a network.
          <a href={`/stock-takes/${id}/count`} target="_self">
            {words.count}
          </a>
        ) : (
          <span className={classes.quiet}>{words.notYours}</span>
        )
      ) : null}
      {state === 'ACTIVE' ? (
        <Button disabledReason={reason} onPress={() => setAsked('review')}>
          {words.toReview}
        </Button>
      ) : null}
      {state === 'REVIEW' ? (
        <>
          <Button disabledReason={reason} busy={move.isPending} onPress={() => to('ACTIVE')}>
            {words.reopen}
          </Button>
          <Button variant="primary" disabledReason={reason} onPress={() => setAsked('complete')}>
            {words.complete}
          </Button>
        </>
      ) : null}
      {isEnded ? (
        <>
          <a href={address(stockTakes.report, { params: { id }, query: { format: 'pdf' } })} download>
            {words.reportPdf}
          </a>
          <a href={address(stockTakes.report, { params: { id }, query: { format: 'csv' } })} download>
            {words.reportCsv}
          </a>
          <a href={address(stockTakes.report, { params: { id }, query: { format: 'json' } })} download>
            {words.reportJson}
          </a>
        </>
      ) : null}
      {state === 'COMPLETED' ? (
        <>
          {operationId && mayClose ? (
            <Button variant="quiet" onPress={() => undo(operationId, stockTake.counts.expected ?? 1)}>
              {words.undo}
            </Button>
          ) : null}
          <Button variant="quiet" disabledReason={reason} onPress={() => to('ARCHIVED')}>
            {words.archive}
          </Button>
        </>
      ) : null}
      {mayClose && state === 'REVIEW' && stockTake.counts.missing ? (
        <Button variant="quiet" onPress={() => setAsked('ask')}>
          {words.ask}
        </Button>
      ) : null}
      {mayClose && isOpen ? (
        <>
          <Button variant="quiet" onPress={() => setAsked('change')}>
            {words.change}
          </Button>
          <Button variant="quiet" onPress={() => setAsked('cancel')}>
            {words.cancel}
          </Button>
        </>
      ) : null}
      <ConfirmDialog
        opened={asked === 'begin' || asked === 'review'}
        onClose={close}
        title={asked === 'begin' ? words.beginTitle : words.toReviewTitle}
        consequence={asked === 'begin' ? words.beginAbout : words.toReviewAbout}
        confirmLabel={asked === 'begin' ? words.begin : words.toReview}
        tone="primary"
        busy={move.isPending}
        problem={move.error}
        onConfirm={() => to(asked === 'begin' ? 'ACTIVE' : 'REVIEW')}
      />
      <ConfirmDialog
        opened={asked === 'ask'}
        onClose={close}
        title={words.askTitle}
        consequence={words.askAbout}
        confirmLabel={words.ask}
        tone="primary"
        busy={ask.isPending}
        problem={ask.error}
        onConfirm={() => ask.mutate({ params: { id } })}
      />
      {asked === 'change' ? <ChangeDialog stockTake={stockTake} onClose={close} /> : null}
      {asked === 'cancel' ? <CancelDialog stockTake={stockTake} onClose={close} /> : null}
      {asked === 'complete' ? (
        <CompleteDialog
          stockTake={stockTake}
          onClose={close}
          onDone={(operation, corrected) => {
            close()
            toast(words.completed(corrected), { undo: () => undo(operation, corrected + 1) })
          }}
        />
      ) : null}
      {dialog}
    </div>
  )
}

const said: Partial<Record<StockTake['state'], string>> = {
  ACTIVE: words.began,
  REVIEW: words.inReview,
  ARCHIVED: words.archived,
  CANCELLED: words.cancelled,
}

function CancelDialog({ stockTake, onClose }: { stockTake: StockTake; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const cancel = useCommand(stockTakes.move, {
    onSuccess: () => {
      toast(words.cancelled)
      onClose()
    },
  })
  const fault = fieldProblem(cancel.error, 'reason')
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.cancelTitle(stockTake.name)}
      confirmLabel={words.cancelDo}
      tone="danger"
      busy={cancel.isPending}
      problem={fault ? null : cancel.error}
      onConfirm={() =>
        cancel.mutate({
          params: { id: stockTake.id },
          ifMatch: stockTake.version,
          body: { to: 'CANCELLED', ...(reason.trim() && { reason }) },
        })
      }
    >
      <p>{words.cancelAbout}</p>
      <Textarea
        data-autofocus
        required
        label={words.reason}
        maxLength={2000}
        value={reason}
        error={fault}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  )
}
