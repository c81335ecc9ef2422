import { type AnonymousReport, anonymousReports } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../call.ts'
import { Entrance } from '../identity/parts/Entrance.tsx'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import classes from './Anonymous.module.css'
import { Report } from './parts/Report.tsx'
import { mailboxWords as words } from './words.ts'

/** Where a code opens the report that it belongs to. Code and report are in this page alone, not in its address. */
export default function MailboxPage() {
  const [code, setCode] = useState('')
  const [isTried, setTried] = useState(false)
  const [report, setReport] = useState<AnonymousReport | null>(null)
  const open = useMutation({
    retry: false,
    mutationFn: () => call(anonymousReports.open, { body: { code } }),
    onSuccess: setReport,
  })
  if (report) {
    return (
      <Report
        report={report}
        code={code}
        onChange={setReport}
        onLeave={() => {
          setCode('')
          setTried(false)
          setReport(null)
          open.reset()
        }}
      />
    )
  }
  return (
    <Entrance title={words.title} about={words.about}>
      <Form
        className={classes.form}
        problem={open.error}
        onSubmit={() => {
          setTried(true)
          if (code.trim() && !open.isPending) open.mutate()
        }}
      >
        <TextInput
          size="lg"
          label={words.code}
          description={words.codeAbout}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          value={code}
          error={isTried && !code.trim() ? words.noCode : null}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <ProblemNotice problem={open.error} />
        <Button type="submit" variant="primary" fullWidth busy={open.isPending}>
          {words.open}
        </Button>
      </Form>
    </Entrance>
  )
}
