import type { Priority } from '@deskhand/contract'
import type { ReactNode } from 'react'
import { Glyph, type GlyphLook, type Tone } from './Glyph.tsx'
import { priorityWords } from './words.ts'

const drawings: Record<Priority, { tone: Tone; shape: ReactNode }> = {
  CRITICAL: {
    tone: 'bad',
    shape: (
      <path
        d="M8 1.8 13.2 7v2.6L8 4.4 2.8 9.6V7zM8 7.2l5.2 5.2V15L8 9.8 2.8 15v-2.6z"
        fill="currentColor"
        stroke="none"
      />
    ),
  },
  HIGH: {
    tone: 'warn',
    shape: <path d="M8 4.6 13.2 9.8v2.6L8 7.2l-5.2 5.2V9.8z" fill="currentColor" stroke="none" />,
  },
  MEDIUM: { tone: 'muted', shape: <path d="M3 8h10" strokeWidth="1.9" /> },
  LOW: { tone: 'subtle', shape: <path d="m3 6.2 10 3.6" strokeWidth="1.9" /> },
}

export function PriorityGlyph({ priority, ...look }: GlyphLook & { priority: Priority }) {
  const { tone, shape } = drawings[priority]
  return (
    <Glyph {...look} tone={tone} word={priorityWords[priority]}>
      {shape}
    </Glyph>
  )
}
