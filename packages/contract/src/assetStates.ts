import { moves } from './moves.ts'

/** Where a thing is in its life. Who has it is another question: it can be out with a person, a place or a thing. */
export type AssetState =
  | 'ORDERED'
  | 'IN_STOCK'
  | 'DEPLOYED'
  | 'IN_TRANSIT'
  | 'IN_MAINTENANCE'
  | 'MISSING'
  | 'RETIRED'
  | 'VOID'

/** What a move may ask for, beside `to`. */
export type AssetMoveField =
  | 'subStatus'
  | 'report'
  /** The number that the police gave. */
  | 'reportNumber'
  | 'reason'
  /** What replaced it. */
  | 'successorId'
  /** How it was wiped, where its kind bears data. */
  | 'wipeProof'

/** What a state may be told more exactly; the first is what it begins as. */
export const assetSubStates = {
  ORDERED: [],
  IN_STOCK: [
    'AVAILABLE',
    'RESERVED',
    'TO_INSPECT',
    'DEFECTIVE',
    'TO_WIPE',
    'TO_TRANSFER',
    'TO_DISPOSE',
    'LEGAL_HOLD',
    'LEASE_RETURN',
  ],
  DEPLOYED: ['NORMAL', 'ON_LOAN', 'TO_REPLACE', 'TO_RETURN'],
  IN_TRANSIT: ['RESERVED', 'RETURN'],
  IN_MAINTENANCE: ['INTERNAL', 'VENDOR_RMA'],
  MISSING: ['LOST', 'STOLEN', 'UNCONFIRMED'],
  RETIRED: ['DISPOSED', 'SOLD', 'DONATED', 'RETURNED_TO_LESSOR', 'RMA_REPLACED', 'WRITTEN_OFF'],
  VOID: [],
} as const satisfies Record<AssetState, readonly string[]>
export type AssetSubState = (typeof assetSubStates)[AssetState][number]

/** What a state that is told more exactly asks for beside what its move requires. */
export const assetSubStateNeeds: { readonly [Sub in AssetSubState]?: readonly AssetMoveField[] } = {
  LEGAL_HOLD: ['reason'],
  STOLEN: ['reportNumber'],
  RMA_REPLACED: ['successorId'],
}

const desk = ['technician', 'system'] as const
const toStock = { by: desk, word: 'put into stock' } as const
const repair = { by: desk, word: 'sent to be repaired' } as const
const send = { by: desk, word: 'sent' } as const
const handOut = { by: desk, word: 'handed out' } as const
const miss = {
  by: ['holder', 'technician', 'system'],
  requires: ['report'],
  word: 'reported missing',
} as const
const retire = { by: ['supervisor', 'system'], requires: ['subStatus'], word: 'retired' } as const

/**
 * The life cycle of a thing. Handing out and taking back have routes of their own, because they ask for more; a
 * retired thing comes back only as an admin's correction.
 */
export const assetStates = moves<AssetState, AssetMoveField>(
  'thing',
  {
    ORDERED: { adjective: 'ordered', become: 'be ordered again' },
    IN_STOCK: { adjective: 'stocked', become: 'be put into stock' },
    DEPLOYED: { adjective: 'handed-out', become: 'be handed out' },
    IN_TRANSIT: { adjective: 'travelling', become: 'be sent' },
    IN_MAINTENANCE: { adjective: 'broken-down', become: 'be sent to be repaired' },
    MISSING: { adjective: 'missing', become: 'be reported missing' },
    RETIRED: { adjective: 'retired', become: 'be retired' },
    VOID: { adjective: 'void', become: 'be made void' },
  },
  {
    ORDERED: { IN_STOCK: toStock, VOID: { by: desk, word: 'made void' } },
    IN_STOCK: {
      DEPLOYED: handOut,
      IN_TRANSIT: send,
      IN_MAINTENANCE: repair,
      MISSING: miss,
      RETIRED: retire,
    },
    DEPLOYED: {
      IN_STOCK: toStock,
      IN_TRANSIT: send,
      IN_MAINTENANCE: repair,
      MISSING: miss,
      RETIRED: retire,
    },
    IN_TRANSIT: { IN_STOCK: toStock, DEPLOYED: handOut, MISSING: miss },
    IN_MAINTENANCE: { IN_STOCK: toStock, DEPLOYED: handOut, RETIRED: retire },
    MISSING: { IN_STOCK: { by: desk, word: 'found' }, RETIRED: retire },
    RETIRED: { IN_STOCK: { by: ['admin'], requires: ['reason'], word: 'brought back as a correction' } },
    VOID: {},
  },
)
