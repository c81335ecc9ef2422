import type { ReactNode } from 'react'
import { Glyph, type GlyphLook, type Tone } from '../ui/Glyph.tsx'
import { standingWords, type ThingState } from './stateWords.ts'

const box = 'M2.8 5.4 8 2.6l5.2 2.8v5.4L8 13.6l-5.2-2.8z'

/** Drawn in a 16 px box; the shape alone tells the state, colour only repeats it. */
const drawings: Record<ThingState, { tone: Tone; shape: ReactNode }> = {
  ORDERED: { tone: 'info', shape: <path d={box} strokeDasharray="0.1 2.9" strokeWidth="1.9" /> },
  IN_STOCK: {
    tone: 'petrol',
    shape: (
      <>
        <path d={box} />
        <path d="M2.8 5.4 8 8.2l5.2-2.8M8 8.2v5.4" />
      </>
    ),
  },
  DEPLOYED: {
    tone: 'muted',
    shape: (
      <>
        <circle cx="8" cy="5" r="2.7" fill="currentColor" />
        <path d="M2.9 13.6c.4-2.9 2.4-4.4 5.1-4.4s4.7 1.5 5.1 4.4z" fill="currentColor" />
      </>
    ),
  },
  IN_TRANSIT: { tone: 'info', shape: <path d="M2 8h11.4M9.2 3.8 13.4 8l-4.2 4.2" /> },
  IN_MAINTENANCE: {
    tone: 'warn',
    shape: (
      <path d="M10.3 2.7a3.6 3.6 0 0 0-3.5 4.7L2.6 11.6l1.9 1.9 4.2-4.2a3.6 3.6 0 0 0 4.6-4.5l-2 2-1.9-.6-.5-1.8z" />
    ),
  },
  MISSING: {
    tone: 'bad',
    shape: (
      <>
        <path d="M5.3 5.6a2.75 2.75 0 1 1 4.2 2.35c-.9.6-1.5 1.05-1.5 2.05" />
        <path d="M8 13.1h.01" strokeWidth="2.3" />
      </>
    ),
  },
  RETIRED: { tone: 'subtle', shape: <rect x="2.9" y="2.9" width="10.2" height="10.2" rx="1.4" /> },
  VOID: {
    tone: 'subtle',
    shape: (
      <>
        <rect x="2.9" y="2.9" width="10.2" height="10.2" rx="1.4" />
        <path d="m5.8 5.8 4.4 4.4" />
      </>
    ),
  },
}

type ThingGlyphProps = GlyphLook & {
  status: ThingState
  subStatus?: Parameters<typeof standingWords>[1]
}

/** Where a thing is in its life, as a shape with its word. */
export function ThingGlyph({ status, subStatus = null, ...look }: ThingGlyphProps) {
  const { tone, shape } = drawings[status]
  return (
    <Glyph {...look} tone={tone} word={standingWords(status, subStatus)}>
      {shape}
    </Glyph>
  )
}
