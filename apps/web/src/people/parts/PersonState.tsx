import type { ReactNode } from 'react'
import { Glyph, type GlyphLook, type Tone } from '../../ui/Glyph.tsx'
import { stateWords } from '../words.ts'

export type Standing = keyof typeof stateWords

/** The shape tells; colour repeats it. */
const drawings: Record<Standing, { tone: Tone; shape: ReactNode }> = {
  ACTIVE: {
    tone: 'ok',
    shape: <circle cx="8" cy="8" r="3.4" fill="currentColor" stroke="none" />,
  },
  INVITED: {
    tone: 'info',
    shape: <path d="M2.2 4.2h11.6v7.6H2.2zM2.6 4.6 8 8.8l5.4-4.2" strokeWidth="1.5" />,
  },
  BLOCKED: {
    tone: 'bad',
    shape: <path d="M8 2a6 6 0 1 1 0 12A6 6 0 1 1 8 2zM3.9 3.9l8.2 8.2" />,
  },
  REMOVED: {
    tone: 'subtle',
    shape: <path d="M3 3h10v10H3zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" strokeWidth="1.5" />,
  },
}

export const standings: readonly Standing[] = ['ACTIVE', 'INVITED', 'BLOCKED', 'REMOVED']

type Stands = { state: 'ACTIVE' | 'INVITED' | 'BLOCKED'; deletedAt: string | null }

export const standingOf = ({ state, deletedAt }: Stands): Standing => (deletedAt ? 'REMOVED' : state)

/** Whether somebody may come in: active, invited, blocked, removed. */
export function PersonState({ standing, ...look }: { standing: Standing } & GlyphLook) {
  const { tone, shape } = drawings[standing]
  return (
    <Glyph {...look} tone={tone} word={stateWords[standing]}>
      {shape}
    </Glyph>
  )
}
