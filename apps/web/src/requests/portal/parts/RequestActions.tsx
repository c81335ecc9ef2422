import { type Request, requests } from '@deskhand/contract'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { NeedsRow } from '../../../ui/NeedsRow.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { fullTime } from '../../../ui/time.ts'
import { toast } from '../../../ui/toast.tsx'
import { confirmed, standingWords } from '../../words.ts'
import { useDecision } from '../useDecision.ts'
import { requestWords as words } from '../words.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import classes from './RequestActions.module.css'

type Shown = 'withdraw' | 'reopen' | 'appeal' | null

/** What the reader can do about it now: answer, confirm, open again, take back, ask to look again. */
export function RequestActions({ request, onWrite }: { request: Request; onWrite: () => void }) {
  const { id, referenceNumber, status, can, version, assignee, deskName, question } = request
  const { reopenUntil, appealUntil } = request
  const [shown, setShown] = useState<Shown>(null)
  const close = () => setShown(null)
  const who = assignee?.name.split(' ')[0] ?? deskName
  const decided = (sentence: string) => {
    setShown(null)
    toast(sentence)
  }
  const confirm = useDecision(requests.close, ({ reopenUntil }) =>
    toast(confirmed(referenceNumber, reopenUntil)),
  )
  const withdraw = useDecision(requests.withdraw, () => decided(words.withdrawn(referenceNumber)))
  const reopen = useDecision(requests.reopen, () => decided(words.reopened(referenceNumber)))
  const appeal = useDecision(requests.appeal, () => decided(words.appealed(referenceNumber)))
  const asksSolved =
    status === 'RESOLVED' && can.includes('confirm') && request.resolutionCode !== 'WITHDRAWN'
  const canReopen = can.includes('reopen') && !asksSolved
  const target = { params: { id }, ifMatch: version }

  return (
    <>
      {status === 'ACTION_REQUIRED' && can.includes('comment') ? (
        <ul className={classes.needs}>
          <NeedsRow
            title={words.asks(who)}
            about={question ? standingWords.quote(question) : null}
            actions={
              <Button variant="primary" onPress={onWrite}>
                {words.answer(who)}
              </Button>
            }
          />
        </ul>
      ) : null}
      {asksSolved ? (
        <ul className={classes.needs}>
          <NeedsRow
            title={words.solvedQuestion(who)}
            about={request.resolutionText ? standingWords.quote(request.resolutionText) : null}
            actions={
              <>
                <Button onPress={() => setShown('reopen')}>{words.notSolved}</Button>
                <Button variant="primary" busy={confirm.isPending} onPress={() => confirm.mutate(target)}>
                  {words.isSolved}
                </Button>
              </>
            }
          />
        </ul>
      ) : null}
      <ProblemNotice problem={confirm.error} />
      <div className={classes.actions}>
        {can.includes('comment') && status !== 'ACTION_REQUIRED' && !asksSolved ? (
          <Button onPress={onWrite}>{words.addInfo}</Button>
        ) : null}
        {canReopen ? <Button onPress={() => setShown('reopen')}>{words.reopen}</Button> : null}
        {can.includes('appeal') ? <Button onPress={() => setShown('appeal')}>{words.appeal}</Button> : null}
        {can.includes('withdraw') ? (
          <span className={classes.back}>
            <Button variant="quiet" onPress={() => setShown('withdraw')}>
              {words.withdraw}
            </Button>
          </span>
        ) : null}
      </div>
      {can.includes('appeal') && appealUntil ? (
        <p className={classes.until}>{words.appealUntil(fullTime(new Date(appealUntil)))}</p>
      ) : null}
      {canReopen && reopenUntil ? (
        <p className={classes.until}>{words.reopenUntil(fullTime(new Date(reopenUntil)))}</p>
      ) : null}
      <ConfirmDialog
        opened={shown === 'withdraw'}
        onClose={close}
        title={words.withdrawTitle(referenceNumber)}
        consequence={
          request.reviewKind === 'APPROVAL'
            ? `${words.withdrawFromApprovers} ${words.withdrawAbout}`
            : words.withdrawAbout
        }
        confirmLabel={words.withdraw}
        tone="primary"
        busy={withdraw.isPending}
        problem={withdraw.error}
        onConfirm={() => withdraw.mutate({ ...target, body: {} })}
      />
      <ReasonDialog
        opened={shown === 'reopen'}
        onClose={close}
        title={words.reopenTitle(referenceNumber)}
        label={words.reopenReason}
        confirmLabel={words.reopen}
        busy={reopen.isPending}
        problem={reopen.error}
        onConfirm={(reason) => reopen.mutate({ ...target, body: { reason } })}
      />
      <ReasonDialog
        opened={shown === 'appeal'}
        onClose={close}
        title={words.appealTitle(referenceNumber)}
        label={words.appealReason}
        confirmLabel={words.appeal}
        busy={appeal.isPending}
        problem={appeal.error}
        onConfirm={(reason) => appeal.mutate({ ...target, body: { reason } })}
      />
    </>
  )
}
