import type { RequestState } from '@deskhand/contract'
import type { GlyphState } from '../ui/words.ts'

type Standing = { status: RequestState; closedAt: string | null; resolutionCode?: string | null }

/** What the eye sees of a state: closing and withdrawing have a glyph, though neither is a state of its own. */
export function glyphStateOf({ status, closedAt, resolutionCode }: Standing): GlyphState {
  if (resolutionCode === 'WITHDRAWN') return 'CANCELLED'
  return closedAt ? 'CLOSED' : status
}
