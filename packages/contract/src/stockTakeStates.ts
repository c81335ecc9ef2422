import { moves } from './moves.ts'

export type StockTakeState = 'PENDING' | 'ACTIVE' | 'REVIEW' | 'COMPLETED' | 'ARCHIVED' | 'CANCELLED'

const lead = ['supervisor'] as const

/** The life of a stock-take. It is completed by a route of its own, because that corrects things. */
export const stockTakeStates = moves<StockTakeState, 'reason'>(
  'stock-take',
  {
    PENDING: { adjective: 'prepared', become: 'be prepared again' },
    ACTIVE: { adjective: 'running', become: 'be counted' },
    REVIEW: { adjective: 'counted', become: 'be reviewed' },
    COMPLETED: { adjective: 'completed', become: 'be completed' },
    ARCHIVED: { adjective: 'archived', become: 'be archived' },
    CANCELLED: { adjective: 'cancelled', become: 'be cancelled' },
  },
  {
    PENDING: {
      ACTIVE: { by: lead, word: 'begun' },
      CANCELLED: { by: lead, requires: ['reason'], word: 'cancelled' },
    },
    ACTIVE: {
      REVIEW: { by: lead, word: 'closed for review' },
      CANCELLED: { by: lead, requires: ['reason'], word: 'cancelled' },
    },
    REVIEW: {
      ACTIVE: { by: lead, word: 'opened again for counting' },
      COMPLETED: { by: lead, word: 'completed' },
      CANCELLED: { by: lead, requires: ['reason'], word: 'cancelled' },
    },
    COMPLETED: { ARCHIVED: { by: lead, word: 'archived' } },
    ARCHIVED: {},
    CANCELLED: {},
  },
)
