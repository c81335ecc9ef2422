import type { ReactNode } from 'react'
import { Glyph, type GlyphLook, type Tone } from './Glyph.tsx'
import { type GlyphState, stateWords, type Voice } from './words.ts'

/** Drawn in a 16 px box; the shape alone tells the state, colour only repeats it. */
const drawings: Record<GlyphState, { tone: Tone; shape: ReactNode }> = {
  SUBMITTED: {
    tone: 'info',
    shape: (
      <circle cx="8" cy="8" r="6.1" strokeWidth="1.9" strokeDasharray="0.1 3.73" strokeLinecap="round" />
    ),
  },
  IN_REVIEW: {
    tone: 'info',
    shape: (
      <>
        <circle cx="8" cy="8" r="6.1" />
        <path d="M4.6 8q3.4-3.6 6.8 0q-3.4 3.6-6.8 0z" fill="currentColor" stroke="none" />
      </>
    ),
  },
  IN_PROGRESS: {
    tone: 'petrol',
    shape: (
      <>
        <circle cx="8" cy="8" r="6.1" strokeWidth="1.9" />
        <path d="M8 1.9a6.1 6.1 0 0 1 0 12.2z" fill="currentColor" stroke="none" />
      </>
    ),
  },
  ACTION_REQUIRED: {
    tone: 'ink',
    shape: (
      <>
        <circle
          cx="8"
          cy="8"
          r="6.4"
          fill="var(--color-marker)"
          stroke="var(--color-on-marker)"
          strokeWidth="1.2"
        />
        <path d="M11 8H5.6M8 5.2 5.2 8 8 10.8" stroke="var(--color-on-marker)" strokeWidth="1.6" />
      </>
    ),
  },
  WAITING: {
    tone: 'subtle',
    shape: <path d="M5.6 3.6v8.8M10.4 3.6v8.8" strokeWidth="2.4" strokeLinecap="butt" />,
  },
  APPROVED: {
    tone: 'ok',
    shape: (
      <>
        <path d="M2.4 13.8h11.2M8 1.9a5 5 0 1 0 0 9.9a5 5 0 1 0 0-9.9z" />
        <path d="m5.7 6.9 1.7 1.7 3-3.2" />
      </>
    ),
  },
  REJECTED: {
    tone: 'bad',
    shape: (
      <>
        <path d="M2.4 13.8h11.2M8 1.9a5 5 0 1 0 0 9.9a5 5 0 1 0 0-9.9z" />
        <path d="m6.2 5 3.6 3.7M9.8 5 6.2 8.7" />
      </>
    ),
  },
  RESOLVED: {
    tone: 'ok',
    shape: (
      <>
        <circle cx="8" cy="8" r="6.9" fill="currentColor" stroke="none" />
        <path d="m4.9 8.2 2.2 2.2 4.1-4.6" stroke="var(--color-surface)" strokeWidth="1.8" />
      </>
    ),
  },
  CLOSED: {
    tone: 'subtle',
    shape: <rect x="2.9" y="2.9" width="10.2" height="10.2" rx="1.4" />,
  },
  CANCELLED: {
    tone: 'subtle',
    shape: (
      <>
        <rect x="2.9" y="2.9" width="10.2" height="10.2" rx="1.4" />
        <path d="m5.8 5.8 4.4 4.4" />
      </>
    ),
  },
}

type StatusGlyphProps = GlyphLook & {
  state: GlyphState
  voice?: Voice
  /** What the company calls it. */
  own?: string | null
}

export function StatusGlyph({ state, voice = 'technician', own = null, ...look }: StatusGlyphProps) {
  const { tone, shape } = drawings[state]
  return (
    <Glyph {...look} tone={tone} word={own ?? stateWords[state][voice]}>
      {shape}
    </Glyph>
  )
}
