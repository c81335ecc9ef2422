import { moves } from './moves.ts'

export type ReservationState =
  | 'DRAFT'
  | 'REQUESTED'
  | 'RESERVED'
  | 'ONGOING'
  | 'OVERDUE'
  | 'COMPLETE'
  | 'CANCELLED'
  | 'EXPIRED'

/** What a move may ask for, beside `to`. */
export type ReservationMoveField =
  /** How the thing came back. */
  'condition'

const both = ['requester', 'technician'] as const
const desk = ['technician'] as const
const system = ['system'] as const
const cancel = { by: both, word: 'cancelled' } as const
const expire = { by: system, word: 'not collected' } as const
const comeBack = { by: desk, requires: ['condition'], word: 'taken back' } as const

/** A thing that is lent for a period, from the wish to its coming back. */
export const reservationStates = moves<ReservationState, ReservationMoveField>(
  'reservation',
  {
    DRAFT: { adjective: 'drafted', become: 'be a draft again' },
    REQUESTED: { adjective: 'requested', become: 'be asked for' },
    RESERVED: { adjective: 'confirmed', become: 'be confirmed' },
    ONGOING: { adjective: 'running', become: 'be handed out' },
    OVERDUE: { adjective: 'overdue', become: 'be overdue' },
    COMPLETE: { adjective: 'completed', become: 'be completed' },
    CANCELLED: { adjective: 'cancelled', become: 'be cancelled' },
    EXPIRED: { adjective: 'expired', become: 'expire' },
  },
  {
    DRAFT: { REQUESTED: { by: both, word: 'asked for' }, CANCELLED: cancel, EXPIRED: expire },
    REQUESTED: { RESERVED: { by: desk, word: 'confirmed' }, CANCELLED: cancel, EXPIRED: expire },
    RESERVED: { ONGOING: { by: desk, word: 'handed out' }, CANCELLED: cancel, EXPIRED: expire },
    ONGOING: { COMPLETE: comeBack, OVERDUE: { by: system, word: 'overdue' } },
    OVERDUE: { COMPLETE: comeBack },
    COMPLETE: {},
    CANCELLED: {},
    EXPIRED: {},
  },
)

/** While it is one of these, nobody else gets its thing then. */
export const keepingStates = [
  'REQUESTED',
  'RESERVED',
  'ONGOING',
  'OVERDUE',
] as const satisfies ReservationState[]
