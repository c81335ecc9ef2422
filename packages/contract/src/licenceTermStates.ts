import * as z from 'zod'

export const LicenceTermState = z.enum(['PLANNED', 'ACTIVE', 'IN_NOTICE', 'RENEWED', 'ENDED'])
export type LicenceTermState = z.output<typeof LicenceTermState>

/**
 * A term's life: it begins on its day; in notice is one whose last day to give notice is over, or of which somebody gave
 * notice; it ends renewed, where another follows, or ended. By the day it moves by itself, and people may be earlier.
 */
export const licenceTermMoves = {
  PLANNED: ['ACTIVE'],
  ACTIVE: ['IN_NOTICE'],
  IN_NOTICE: ['RENEWED', 'ENDED'],
  RENEWED: [],
  ENDED: [],
} as const satisfies Record<LicenceTermState, readonly LicenceTermState[]>

/** Whether a term allows its licence to be used. */
export const isRunning = (state: LicenceTermState): boolean => state === 'ACTIVE' || state === 'IN_NOTICE'
