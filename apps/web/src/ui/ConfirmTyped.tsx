import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from './Dialog.tsx'
import { typedWords } from './words.ts'

type ConfirmTypedProps = {
  onClose: () => void
  title: string
  /** What follows from it. */
  consequence: string
  /** What has to be typed by hand: a Tag, a name. */
  word: string
  confirmLabel: string
  onConfirm: () => void
  tone?: 'primary' | 'danger'
  busy?: boolean
  problem?: unknown
}

/** For what reaches so many people that a habit must not be enough: its name is typed by hand. Drawn while it is open. */
export function ConfirmTyped({ consequence, word, tone = 'danger', ...dialog }: ConfirmTypedProps) {
  const [text, setText] = useState('')
  const isTyped = text.trim().toLowerCase() === word.toLowerCase()
  return (
    <Dialog {...dialog} opened tone={tone} disabledReason={isTyped ? null : typedWords.wait(word)}>
      <p>{consequence}</p>
      <TextInput
        data-autofocus
        autoComplete="off"
        label={typedWords.field(word)}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Dialog>
  )
}
