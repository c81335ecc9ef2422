import { anonymousReports } from '@deskhand/contract'
import { Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { call } from '../call.ts'
import { Button } from '../ui/Button.tsx'
import { FilePicker } from '../ui/FilePicker.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import classes from './Anonymous.module.css'
import { SentCode } from './parts/SentCode.tsx'
import { useReportFiles } from './useReportFiles.ts'
import { anonymousWords as words } from './words.ts'

/** Where somebody reports to HR without a name. Nothing of it is kept before it is sent, and then without a session. */
export default function ReportPage() {
  const pass = useRead(anonymousReports.pass, {}, { staleTime: 0 })
  const [summary, setSummary] = useState('')
  const [description, setDescription] = useState('')
  const [isTried, setTried] = useState(false)
  const files = useReportFiles()
  // Not tried again by itself: without a session nobody could tell the second from the first.
  const send = useMutation({
    retry: false,
    mutationFn: (given: string) =>
      call(anonymousReports.create, {
        body: {
          pass: given,
          summary: summary.trim(),
          ...(description.trim() && { description: description.trim() }),
        },
      }),
    onSuccess: ({ code }) => void files.sendAll(code),
  })
  if (send.data) return <SentCode {...send.data} files={files} />
  const fault = isTried && summary.trim() === '' ? words.noSummary : fieldProblem(send.error, 'summary')
  return (
    <Page title={words.title} about={pass.data ? words.about(pass.data.deskName) : null} width="wide">
      <ProblemNotice problem={pass.error} onRetry={() => void pass.refetch()} />
      {pass.isPending ? <SkeletonRows rows={4} /> : null}
      {pass.data ? (
        <Form
          className={classes.form}
          problem={send.error}
          onSubmit={() => {
            setTried(true)
            if (summary.trim() && !send.isPending) send.mutate(pass.data.pass)
          }}
        >
          <ul className={classes.promises}>
            {words.promises.map((promise) => (
              <li key={promise}>{promise}</li>
            ))}
          </ul>
          <TextInput
            label={words.summary}
            maxLength={500}
            autoComplete="off"
            value={summary}
            error={fault}
            onChange={(event) => setSummary(event.currentTarget.value)}
          />
          <Textarea
            label={words.description}
            description={words.descriptionAbout}
            autosize
            minRows={6}
            maxRows={20}
            maxLength={20_000}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          <FilePicker
            label={words.files}
            help={words.filesAbout}
            files={files.files}
            onAdd={files.add}
            onRemove={files.remove}
            onRetry={() => undefined}
          />
          <ProblemNotice problem={send.error} />
          <div className={classes.more}>
            <Button type="submit" variant="primary" busy={send.isPending}>
              {words.send}
            </Button>
          </div>
          <p className={classes.more}>
            <a href="/ask">{words.withName}</a>
            <a href="/report">{words.haveCode}</a>
          </p>
        </Form>
      ) : null}
    </Page>
  )
}
