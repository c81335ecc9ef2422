import { type RequestRow, requests } from '@deskhand/contract'
import { type ReactNode, useState } from 'react'
import { useRead } from '../../api.ts'
import { InlineAnswer } from '../../requests/portal/parts/InlineAnswer.tsx'
import { useDecision } from '../../requests/portal/useDecision.ts'
import { confirmed, standingWords } from '../../requests/words.ts'
import { Button } from '../../ui/Button.tsx'
import { daysInText } from '../../ui/daysInText.ts'
import { NeedsRow } from '../../ui/NeedsRow.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { needsWords as words } from '../words.ts'
import classes from './NeedsYou.module.css'

type NeedsYouProps = {
  requests: readonly RequestRow[]
  /** Rows of other slices. */
  children?: ReactNode
}

/** Questions to answer and solutions to confirm, right here, and what other slices wait for. */
export function NeedsYou({ requests: rows, children }: NeedsYouProps) {
  return (
    <ul className={classes.rows}>
      {rows.map((request) => {
        const Row = request.status === 'RESOLVED' ? SolvedRow : QuestionRow
        // Another version is another question: what was typed or sent for the last one does not count for it.
        return <Row key={`${request.id}:${request.version}`} request={request} />
      })}
      {children}
    </ul>
  )
}

const whoOf = ({ assignee, deskCode }: RequestRow) => assignee?.name.split(' ')[0] ?? deskCode

/** The words that wait for an answer; lists do not carry them, the record does. */
const useWhole = ({ id }: RequestRow) => useRead(requests.get, { params: { id } })

function QuestionRow({ request }: { request: RequestRow }) {
  const [isOpen, setOpen] = useState(false)
  const { id, referenceNumber, summary } = request
  const whole = useWhole(request)
  const question = whole.data?.question
  const answer = useDecision(requests.comment, () => toast(words.answered(referenceNumber)))
  if (answer.isSuccess) return null
  return (
    <NeedsRow
      title={<a href={`/r/${referenceNumber}`}>{daysInText(summary)}</a>}
      about={
        <span className={classes.about} data-pending={whole.isPending || undefined}>
          <Tag reference={referenceNumber} size="compact" />{' '}
          {question
            ? words.asks(whoOf(request)) + standingWords.quote(question)
            : words.asksOnly(whoOf(request))}
        </span>
      }
      actions={
        isOpen ? null : (
          <Button variant="primary" onPress={() => setOpen(true)}>
            {words.answer}
          </Button>
        )
      }
    >
      {isOpen ? (
        <InlineAnswer
          label={words.answerLabel(summary)}
          sendLabel={words.send}
          busy={answer.isPending}
          problem={answer.error}
          onCancel={() => setOpen(false)}
          onSend={(message) => answer.mutate({ params: { id }, body: { message } })}
        />
      ) : null}
    </NeedsRow>
  )
}

function SolvedRow({ request }: { request: RequestRow }) {
  const [isOpen, setOpen] = useState(false)
  const { id, referenceNumber, summary, version } = request
  const whole = useWhole(request)
  const solution = whole.data?.resolutionText
  const close = useDecision(requests.close, ({ reopenUntil }) =>
    toast(confirmed(referenceNumber, reopenUntil)),
  )
  const reopen = useDecision(requests.reopen, () => toast(words.reopened(referenceNumber)))
  if (close.isSuccess || reopen.isSuccess) return null
  return (
    <NeedsRow
      title={<a href={`/r/${referenceNumber}`}>{daysInText(summary)}</a>}
      about={
        <span className={classes.about} data-pending={whole.isPending || undefined}>
          <Tag reference={referenceNumber} size="compact" /> {words.solved(whoOf(request))}
          {solution ? standingWords.quote(solution) : null}
        </span>
      }
      actions={
        isOpen ? null : (
          <>
            <Button onPress={() => setOpen(true)}>{words.notYet}</Button>
            <Button
              variant="primary"
              busy={close.isPending}
              onPress={() => close.mutate({ params: { id }, ifMatch: version })}
            >
              {words.isSolved}
            </Button>
          </>
        )
      }
    >
      {isOpen ? (
        <>
          <p className={classes.ask}>{words.still}</p>
          <InlineAnswer
            label={words.stillLabel(summary)}
            sendLabel={words.reopen}
            busy={reopen.isPending}
            problem={reopen.error}
            onCancel={() => setOpen(false)}
            onSend={(reason) => reopen.mutate({ params: { id }, body: { reason }, ifMatch: version })}
          />
        </>
      ) : close.error ? (
        <ProblemNotice problem={close.error} />
      ) : null}
    </NeedsRow>
  )
}
