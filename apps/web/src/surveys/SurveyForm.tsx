import type { SurveyWord } from '@deskhand/contract'
import { Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import classes from './SurveyForm.module.css'
import { WordPicker } from './WordPicker.tsx'
import { surveyWords as words } from './words.ts'

type SurveyFormProps = {
  word: SurveyWord | null
  comment: string | null
  busy: boolean
  /** Where the page's title asks already. */
  isTitled?: boolean
  onSend: (said: { word: SurveyWord; comment: string | null }) => void
}

/** A word and, for whoever wants, a sentence. */
export function SurveyForm({ word, comment, busy, isTitled = false, onSend }: SurveyFormProps) {
  const [picked, setPicked] = useState(word)
  const [text, setText] = useState(comment ?? '')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (picked) onSend({ word: picked, comment: text.trim() || null })
  }
  return (
    <form className={classes.form} onSubmit={send}>
      <WordPicker value={picked} onChange={setPicked} isLabelled={!isTitled} />
      <Textarea
        label={words.comment}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="primary" busy={busy} disabledReason={picked ? null : words.pick}>
          {words.send}
        </Button>
      </div>
    </form>
  )
}
