import { type AnonymousReport, anonymousReports } from '@deskhand/contract'
import { Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../call.ts'
import { Button } from '../../ui/Button.tsx'
import { Bubble, Conversation } from '../../ui/Conversation.tsx'
import { FilePicker } from '../../ui/FilePicker.tsx'
import { Form } from '../../ui/Form.tsx'
import { useTitle } from '../../ui/Page.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { stateWords } from '../../ui/words.ts'
import classes from '../Anonymous.module.css'
import { useFreshReport } from '../useFreshReport.ts'
import { useReportFiles } from '../useReportFiles.ts'
import { anonymousWords, mailboxWords as words } from '../words.ts'
import { ReportFiles } from './ReportFiles.tsx'

type ReportProps = {
  report: AnonymousReport
  code: string
  onChange: (report: AnonymousReport) => void
  onLeave: () => void
}

/** A report as whoever wrote it reads it, with what was answered, and room to write back. */
export function Report({ report, code, onChange, onLeave }: ReportProps) {
  const { referenceNumber, deskName, summary, description, status, stateWord, question, isClosed } = report
  const [message, setMessage] = useState('')
  const [isTried, setTried] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle(referenceNumber)
  useEffect(() => heading.current?.focus(), [])
  const files = useReportFiles()
  const hasFailed = useFreshReport(code, onChange)
  const answer = useMutation({
    retry: false,
    // The words first: a file that is refused takes none of them along.
    mutationFn: async () => {
      const said = message.trim()
      if (said) onChange(await call(anonymousReports.answer, { body: { code, message: said } }))
      setMessage('')
      setTried(false)
      const withFiles = await files.sendAll(code)
      if (withFiles) onChange(withFiles)
    },
  })
  const isEmpty = !message.trim() && files.files.length === 0
  return (
    <main className={classes.page} id="main">
      <header>
        <Tag reference={referenceNumber} />
        <h1 ref={heading} className={classes.title} tabIndex={-1}>
          {summary}
        </h1>
        <p className={classes.quiet}>
          {deskName} · {words.state}: {stateWord ?? stateWords[isClosed ? 'CLOSED' : status].requester}
        </p>
      </header>
      {description ? <p className={classes.text}>{description}</p> : null}
      {question ? (
        <div className={classes.question}>
          <strong>{words.question}</strong>
          <p className={classes.text}>{question}</p>
        </div>
      ) : null}
      {report.entries.length === 0 ? <p className={classes.quiet}>{words.none}</p> : null}
      <Conversation>
        {report.entries.map(({ id, isMine, authorName, message: said, files: sent, at }) => (
          <Bubble key={id} side={isMine ? 'own' : 'other'} author={isMine ? words.you : authorName} at={at}>
            {said ? <p className={classes.text}>{said}</p> : null}
            <ReportFiles files={sent} code={code} />
          </Bubble>
        ))}
      </Conversation>
      <p className={classes.quiet} role="status">
        {hasFailed ? words.notReached : words.lookingAgain}
      </p>
      {report.refusal ? (
        <p className={classes.quiet}>{report.refusal}</p>
      ) : (
        <Form
          className={classes.form}
          problem={answer.error}
          onSubmit={() => {
            setTried(true)
            if (!isEmpty && !answer.isPending) answer.mutate()
          }}
        >
          <Textarea
            label={words.reply}
            autosize
            minRows={3}
            maxRows={16}
            maxLength={20_000}
            value={message}
            error={isTried && isEmpty ? words.noReply : null}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
          <FilePicker
            label={words.files}
            help={anonymousWords.filesAbout}
            files={files.files}
            onAdd={files.add}
            onRemove={files.remove}
            onRetry={() => answer.mutate()}
          />
          <ProblemNotice problem={answer.error} />
          <div className={classes.more}>
            <Button type="submit" variant="primary" busy={answer.isPending}>
              {words.send}
            </Button>
          </div>
        </Form>
      )}
      <p role="status" className="visually-hidden">
        {answer.isSuccess ? words.sent : ''}
      </p>
      <p className={classes.more}>
        <Button onPress={onLeave}>{words.leave}</Button>
        <span className={classes.quiet}>{words.leaveAbout}</span>
      </p>
    </main>
  )
}
