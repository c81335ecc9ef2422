import { Textarea } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { isApple } from '../../../ui/keyNames.ts'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { dialogWords } from '../../../ui/words.ts'
import classes from './InlineAnswer.module.css'

type InlineAnswerProps = {
  label: string
  sendLabel: string
  onSend: (text: string) => void
  onCancel: () => void
  busy: boolean
  problem: unknown
}

/** A field that opens in its row: the answer to a question, the reason for opening something again. */
export function InlineAnswer({ label, sendLabel, onSend, onCancel, busy, problem }: InlineAnswerProps) {
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])

  function send() {
    if (text.trim() === '') field.current?.focus()
    else if (!busy) onSend(text.trim())
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && (isApple ? event.metaKey : event.ctrlKey)) {
      event.preventDefault()
      send()
    } else if (event.key === 'Escape' && text.trim() === '') onCancel()
  }

  return (
    <div className={classes.answer}>
      <Textarea
        ref={field}
        aria-label={label}
        autosize
        minRows={2}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <ProblemNotice problem={problem} />
      <div className={classes.actions}>
        <Button onPress={onCancel}>{dialogWords.cancel}</Button>
        <Button variant="primary" busy={busy} keys="Mod+Enter" onPress={send}>
          {sendLabel}
        </Button>
      </div>
    </div>
  )
}
