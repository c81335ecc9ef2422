import { equipment, type LabelledThing as Thing } from '@deskhand/contract'
import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { fieldProblem } from '../ui/problem.ts'
import classes from './Equipment.module.css'
import { equipmentWords as words } from './words.ts'

/** Whoever stands before a thing that is not theirs says what is wrong with it. */
export function LabelledThing({ thing, seal }: { thing: Thing; seal: string }) {
  const { assetTag, name, place } = thing
  const [summary, setSummary] = useState('')
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const report = useCommand(equipment.reportLabelled)
  const isEmpty = summary.trim() === ''
  const sent = report.data

  function send() {
    setTried(true)
    if (isEmpty) return
    const said = text.trim()
    report.mutate({
      params: { id: assetTag },
      body: { seal, summary: summary.trim(), ...(said && { description: said }) },
    })
  }
  function begin() {
    setSummary('')
    setText('')
    setTried(false)
    report.reset()
  }
  return (
    <Page title={words.faultTitle(name)} about={words.labelled.at(assetTag, place)}>
      {sent ? (
        <div className={classes.form}>
          <p role="status">
            {words.labelled.sent}{' '}
            {sent.requestRef ? (
              <a href={`/r/${sent.requestRef}`}>{words.labelled.open(sent.requestRef)}</a>
            ) : null}
          </p>
          <div>
            <Button onPress={begin}>{words.labelled.more}</Button>
          </div>
        </div>
      ) : (
        <Form className={classes.form} problem={report.error} onSubmit={send}>
          <p className={classes.facts}>{words.labelled.about}</p>
          <TextInput
            label={words.faultSummary}
            maxLength={200}
            value={summary}
            error={isTried && isEmpty ? words.needed : (fieldProblem(report.error, 'summary') ?? null)}
            onChange={(event) => setSummary(event.currentTarget.value)}
          />
          <Textarea
            label={words.faultMore}
            autosize
            minRows={3}
            maxLength={2000}
            value={text}
            error={fieldProblem(report.error, 'description') ?? null}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <ProblemNotice problem={report.error} />
          <div>
            <Button type="submit" variant="primary" busy={report.isPending}>
              {words.faultSend}
            </Button>
          </div>
        </Form>
      )}
    </Page>
  )
}
