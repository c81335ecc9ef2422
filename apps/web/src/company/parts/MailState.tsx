import type { Mail } from '@deskhand/contract'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { Glyph, type GlyphLook, type Tone } from '../../ui/Glyph.tsx'
import { mailWords } from '../words.ts'

export type SentMail = z.output<typeof Mail>
type State = SentMail['state']

const drawings: Record<State, { tone: Tone; shape: ReactNode }> = {
  WAITING: { tone: 'subtle', shape: <path d="M8 2a6 6 0 1 1 0 12A6 6 0 1 1 8 2zM8 5v3.4l2.2 1.4" /> },
  SENT: { tone: 'ok', shape: <path d="m3 8.6 3.2 3.2L13 4.6" /> },
  KEPT: {
    tone: 'muted',
    shape: <path d="M2.4 8.6 4.6 3h6.8l2.2 5.6V13H2.4zM2.4 8.6H6l1 1.8h2l1-1.8h3.6" strokeWidth="1.5" />,
  },
  FAILED: { tone: 'bad', shape: <path d="M8 2.4 14.4 13.4H1.6zM8 6.6v3.2M8 11.6v.1" strokeWidth="1.6" /> },
}

/** Whether a mail went out. */
export function MailState({ state, ...look }: { state: State } & GlyphLook) {
  const { tone, shape } = drawings[state]
  return (
    <Glyph {...look} tone={tone} word={mailWords.states[state]}>
      {shape}
    </Glyph>
  )
}
