import type { ReactNode } from 'react'
import classes from './Glyph.module.css'

export type Tone = 'info' | 'petrol' | 'ink' | 'muted' | 'subtle' | 'ok' | 'warn' | 'bad'
export type GlyphLook = {
  /** The word is set beside the glyph; otherwise only screen readers hear it. */
  labelled?: boolean
  /** Somebody else says the word, for example the row's own name. */
  decorative?: boolean
}

type GlyphProps = GlyphLook & { word: string; tone: Tone; children: ReactNode }

/** A 16 px drawing with its word. */
export function Glyph({ word, tone, labelled = false, decorative = false, children }: GlyphProps) {
  const drawing = (
    <svg
      className={`${classes.glyph} ${classes[tone]}`}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
  if (decorative) return drawing
  return (
    <span className={labelled ? classes.labelled : undefined}>
      {drawing}
      <span className={labelled ? undefined : 'visually-hidden'}>{word}</span>
    </span>
  )
}
